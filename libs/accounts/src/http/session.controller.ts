import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#access';
import { ApiProblems, CurrentActor, ForOneself, isLocalRequest, Open, refuseForeign } from '#http';
import { isRefusal, refuse, type Refusal } from '#kernel';
import { MeDto, RoleBodyDto, SessionBodyDto, SessionParamDto, SessionsDto } from './session.dto';
import { MeReader } from './me';
import { Access, tellWait } from './access';
import { entered } from './entered';

const BODY = ['malformed-json', 'invalid-request', 'unsupported-media-type'];
const FOREIGN = ['unknown-host', 'foreign-origin'];
const OWN = ['not-authenticated', 'session-ended', ...FOREIGN, 'unexpected'];

@ApiTags('Comptes')
@Controller('api')
export class SessionController {
  constructor(
    readonly access: Access,
    readonly me: MeReader,
  ) {}

  @Post('session')
  @HttpCode(200)
  @Open()
  @ApiOperation({ summary: 'Ouvrir une session', description: 'La réponse porte le cookie de la session.' })
  @ApiOkResponse({ type: MeDto })
  @ApiProblems(
    ...BODY,
    ...FOREIGN,
    'sign-in-refused',
    'second-factor-needed',
    'too-many-attempts',
    'keys-busy',
    'unexpected',
  )
  async open(
    @Body() { email, password, totp }: SessionBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto | Refusal> {
    const refusal = refuseForeign(request, this.access.publicUrl, false);
    if (refusal) return refusal;
    const isLoopback = isLocalRequest({ remoteAddress: request.ip, headers: request.headers });
    const value = await this.access.signIn.signIn({ email, password, totp }, { address: request.ip, isLoopback });
    if (isRefusal(value)) return tellWait(value, reply);
    return entered(value, { request, reply }, this);
  }

  @Put('session/role')
  @ForOneself()
  @ApiOperation({ summary: 'Agir sous un autre de ses rôles', description: 'Un seul rôle agit à la fois.' })
  @ApiOkResponse({ type: MeDto })
  @ApiProblems(...BODY, ...OWN, 'role-not-held')
  async actAs(
    @Body() { role, scope = [] }: RoleBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto | Refusal> {
    const present = await this.access.credential.presentIn(request);
    if (isRefusal(present)) return present;
    const value = await this.access.signIn.actAs(this.access.cookie.valueIn(request)!, { role, codes: scope }, present);
    if (isRefusal(value)) return value;
    return entered(value, { request, reply }, this);
  }

  @Delete('session')
  @HttpCode(204)
  @ForOneself()
  @ApiOperation({ summary: 'Fermer sa session' })
  @ApiNoContentResponse({ description: 'Fermée' })
  @ApiProblems(...OWN)
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const value = this.access.cookie.valueIn(request);
    if (value !== undefined) await this.access.signIn.office.sessions.end(value);
    this.access.cookie.clear(reply);
  }

  @Get('sessions')
  @ForOneself()
  @ApiOperation({ summary: 'Ses sessions ouvertes' })
  @ApiOkResponse({ type: SessionsDto })
  @ApiProblems(...OWN)
  async list(@Req() request: FastifyRequest): Promise<SessionsDto | Refusal> {
    const present = await this.access.credential.presentIn(request);
    if (isRefusal(present)) return present;
    const { account, id: own } = present.session;
    const sessions = await this.access.signIn.sessionsOf(account);
    return {
      sessions: sessions.map(({ id, openedAt, lastUsedAt, place }) => ({
        id,
        openedAt,
        lastUsedAt,
        place,
        isThis: id === own,
      })),
    };
  }

  @Delete('sessions/:session')
  @HttpCode(204)
  @ForOneself()
  @ApiOperation({ summary: 'Fermer une autre de ses sessions' })
  @ApiNoContentResponse({ description: 'Fermée' })
  @ApiProblems(...OWN, 'invalid-request', 'unknown-session')
  async closeOne(@Param() { session }: SessionParamDto, @Req() request: FastifyRequest): Promise<void | Refusal> {
    const present = await this.access.credential.presentIn(request);
    if (isRefusal(present)) return present;
    const isEnded = await this.access.signIn.office.sessions.endOne(present.session.account, session);
    return isEnded ? undefined : refuse('unknown-session');
  }

  @Get('me')
  @ForOneself()
  @ApiOperation({ summary: 'Qui je suis, sous quel rôle, avec quels droits' })
  @ApiOkResponse({ type: MeDto })
  @ApiProblems(...OWN)
  async who(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<MeDto | Refusal> {
    if (request.headers.authorization !== undefined || !this.access.credential.isShownBy(request))
      return this.me.of(actor, undefined);
    const present = await this.access.credential.presentIn(request);
    return isRefusal(present) ? present : this.me.of(actor, present);
  }
}
