import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import { refusalOf, type Actor } from '#access';
import { ApiProblems, CurrentActor, Needs } from '#http';
import { Installation, rebuildProjection } from '#installation';
import type { Refusal } from '#kernel';

class RebuiltProjectionDto {
  @ApiProperty({ description: 'Le nom de la projection', example: 'compliance' })
  readonly name!: string;

  @ApiProperty({
    description: 'La position jusqu’où elle est à jour ; rien avant le premier événement',
    example: '0000000000029207',
    nullable: true,
    type: String,
  })
  readonly position!: string | null;
}

@ApiTags('Service')
@ApiBearerAuth()
@Controller('api/projections')
export class ProjectionsController {
  constructor(private readonly installation: Installation) {}

  @Post(':name/rebuild')
  @Needs('rebuild')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Reconstruire un tableau de lecture',
    description: 'À côté de celui qui sert, qui est remplacé une fois l’autre à jour. Répond quand c’est fait.',
  })
  @ApiParam({ name: 'name', description: 'Le nom de la projection', example: 'compliance' })
  @ApiOkResponse({ type: RebuiltProjectionDto })
  @ApiProblems(
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'unknown-projection',
    'rebuild-under-way',
    'rebuild-stopped',
    'unexpected',
  )
  async rebuild(@Param('name') name: string, @CurrentActor() actor: Actor): Promise<RebuiltProjectionDto | Refusal> {
    const refusal = refusalOf(actor, 'rebuild');
    if (refusal) return refusal;
    await rebuildProjection(this.installation, name);
    const { position } = await this.installation.engine.runner(name).status();
    return { name, position };
  }
}
