import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblems, Open } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { Access } from '../http/access';
import { ActingDto, MeDto, RoleBodyDto } from '../http/session.dto';
import { entered } from '../http/entered';
import { MeReader } from '../http/me';

class OfferedRoleDto extends ActingDto {
  @ApiProperty({ description: 'À montrer', example: 'Bailleur A' })
  readonly label!: string;
}

class DemoDto {
  @ApiProperty({ type: [OfferedRoleDto] })
  readonly roles!: readonly OfferedRoleDto[];
}

/** The one click per role. These routes exist in the process of the demonstration only. */
@ApiTags('Démonstration')
@Controller('api/demo')
export class DemoController {
  constructor(
    readonly access: Access,
    readonly me: MeReader,
  ) {}

  @Get()
  @Open()
  @ApiOperation({ summary: 'Les rôles que la démonstration propose' })
  @ApiOkResponse({ type: DemoDto })
  @ApiProblems('unknown-route', 'unexpected')
  async roles(): Promise<DemoDto> {
    const offered = await this.access.demo.offered();
    return { roles: offered.map(({ role, codes: scope, label }) => ({ role, scope, label })) };
  }

  @Post('session')
  @HttpCode(200)
  @Open()
  @ApiOperation({
    summary: 'Entrer sous un rôle de la démonstration, ou en changer',
    description: 'La réponse porte le cookie de la session. Aucune de ces personnes n’est réelle.',
  })
  @ApiOkResponse({ type: MeDto })
  @ApiProblems(
    ...['malformed-json', 'invalid-request', 'unsupported-media-type', 'unknown-route', 'role-not-held'],
    ...['keys-busy', 'unexpected'],
  )
  async enter(
    @Body() { role, scope = [] }: RoleBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto | Refusal> {
    const value = await this.access.demo.enter({ role, codes: scope });
    if (isRefusal(value)) return value;
    return entered(value, { request, reply }, this);
  }
}
