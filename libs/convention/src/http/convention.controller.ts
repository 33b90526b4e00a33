import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '#access';
import { ApiProblems, CurrentActor, Needs, Revalidated } from '#http';
import type { Refusal } from '#kernel';
import { ShowConvention, type ShownConvention } from '../queries/show-convention';
import { ConventionQueryDto, conventionQueryOf, ShownConventionDto } from './convention.dto';

@ApiTags('Convention')
@ApiBearerAuth()
@Controller('api/convention')
export class ConventionController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Needs('read-figures')
  @Revalidated()
  @ApiOperation({
    summary: 'La convention en vigueur un jour',
    description: 'Ce qui a été adopté, puis chaque avenant qui a pris effet, avec les objectifs qui valent ce jour-là.',
  })
  @ApiOkResponse({ type: ShownConventionDto })
  @ApiProblems('invalid-request', 'unknown-position', 'not-authenticated', 'not-allowed', 'unexpected')
  show(@Query() query: ConventionQueryDto, @CurrentActor() actor: Actor): Promise<ShownConvention | Refusal> {
    return this.queries.execute(new ShowConvention(conventionQueryOf(query), actor, query.wait));
  }
}
