import { Controller, Get, Header } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FIGURE_CODES } from '#compliance';
import { conventionSchema } from '#convention';
import { ApiProblems, Needs } from '#http';
import type { JsonObject } from '#kernel';

const SCHEMA = conventionSchema(FIGURE_CODES);
const MEDIA_TYPE = 'application/schema+json; charset=utf-8';

@ApiTags('Convention')
@ApiBearerAuth()
@Controller('api/convention/schema')
export class ConventionSchemaController {
  @Get()
  @Needs('read-figures')
  @Header('content-type', MEDIA_TYPE)
  @ApiOperation({
    summary: 'Le JSON Schema de convention.json',
    description:
      'Draft 2020-12 : un éditeur qui le connaît propose les clés et souligne les fautes. `mixite template` l’écrit à côté de son exemple.',
  })
  @ApiOkResponse({
    content: {
      'application/schema+json': {
        schema: { type: 'object', additionalProperties: true },
        example: { $schema: SCHEMA['$schema'], title: SCHEMA['title'], type: 'object' },
      },
    },
  })
  @ApiProblems('not-authenticated', 'not-allowed', 'unexpected')
  schema(): JsonObject {
    return SCHEMA;
  }
}
