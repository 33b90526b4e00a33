import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#access';
import { ApiProblems, CurrentActor, CurrentCorrelation, Needs, Open, refuseForeign } from '#http';
import { isRefusal, type Correlation, type Refusal } from '#kernel';
import type { MailedInvitation, MailedRecovery } from '../mail/account-mails';
import { DisableUser, InviteUser, ListUsers, RecoverUser, RevokeUser } from '../recording/account-commands';
import type { ListedUser } from '../recording/account-answers';
import { scopeOfGrant } from '../recording/sign-in';
import { linkAddress } from '../secrets/links';
import {
  AcceptanceBodyDto,
  AcceptedDto,
  CodeBodyDto,
  InvitationBodyDto,
  InvitationReadDto,
  InvitedDto,
  RevocationBodyDto,
  UserBodyDto,
  UsersDto,
} from './users.dto';
import { heldRole } from './me';
import { Access } from './access';

const BODY = ['malformed-json', 'invalid-request', 'unsupported-media-type'];
const COMMON = ['not-authenticated', 'not-allowed', 'scope-not-allowed', 'unexpected'];
const WRITING = [
  'own-account',
  ...['second-factor-needed', 'password-needed', 'wrong-proof', 'too-many-attempts', 'recording-conflict', 'keys-busy'],
  ...COMMON,
];

@ApiTags('Comptes')
@Controller('api')
export class UsersController {
  constructor(
    private readonly access: Access,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('users')
  @Needs('manage-users')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Les personnes, leurs rôles et leur dernier passage' })
  @ApiOkResponse({ type: UsersDto })
  @ApiProblems(...COMMON)
  async list(@CurrentActor() actor: Actor): Promise<UsersDto | Refusal> {
    const users = await this.queries.execute(new ListUsers(actor));
    return isRefusal(users) ? users : { users: users.map(shownUser) };
  }

  @Post('invitations')
  @Needs('manage-users')
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Inviter une personne',
    description: 'Le lien n’est dit qu’ici. Il sert une fois, pendant 72 heures.',
  })
  @ApiCreatedResponse({ type: InvitedDto, description: 'Invitée' })
  @ApiProblems(
    ...BODY,
    'role-scope-needed',
    'role-scope-not-admitted',
    'role-scope-unknown',
    'role-already-over',
    'role-outlasts-own',
    ...WRITING,
  )
  async invite(
    @Body() body: InvitationBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<InvitedDto | Refusal> {
    const { email, role, scope: codes, name, until: lastDay, manager } = body;
    const refusal = await this.access.refuseUnproven(request, body, reply);
    if (refusal) return refusal;
    const invitation = { email, role, codes, name, lastDay, manager };
    const command = new InviteUser(invitation, actor, correlation, this.knownOrigin(request));
    return this.shown(await this.commands.execute(command), request);
  }

  @Post('invitations/reading')
  @HttpCode(200)
  @Open()
  @ApiOperation({ summary: 'Ce qu’un lien ouvre' })
  @ApiOkResponse({ type: InvitationReadDto })
  @ApiProblems(...BODY, 'unknown-host', 'foreign-origin', 'unknown-invitation', 'unexpected')
  async read(@Body() { code }: CodeBodyDto, @Req() request: FastifyRequest): Promise<InvitationReadDto | Refusal> {
    const refusal = refuseForeign(request, this.access.publicUrl, false);
    if (refusal) return refusal;
    const read = await this.access.signIn.office.readInvitation(code);
    if (isRefusal(read)) return read;
    const { email, kind, grants, expiresAt } = read;
    const last = grants.at(-1);
    return { email, kind, role: last?.role ?? '', scope: last ? scopeOfGrant(last) : [], expiresAt };
  }

  @Post('invitations/acceptance')
  @Open()
  @ApiOperation({ summary: 'Choisir son mot de passe par un lien', description: 'N’ouvre pas de session.' })
  @ApiCreatedResponse({ type: AcceptedDto, description: 'Choisi' })
  @ApiProblems(
    ...BODY,
    ...['unknown-host', 'foreign-origin', 'unknown-invitation', 'password-too-short', 'password-too-common'],
    ...['recording-conflict', 'keys-busy', 'unexpected'],
  )
  async accept(
    @Body() body: AcceptanceBodyDto,
    @Req() request: FastifyRequest,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<AcceptedDto | Refusal> {
    const refusal = refuseForeign(request, this.access.publicUrl, false);
    return refusal ?? this.access.signIn.office.accept(body, { correlation });
  }

  @Post('users/recovery')
  @HttpCode(200)
  @Needs('manage-users')
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Donner à une personne un lien pour revenir',
    description: 'Elle choisit un autre mot de passe et un autre second facteur.',
  })
  @ApiOkResponse({ type: InvitedDto })
  @ApiProblems(...BODY, 'unknown-user', ...WRITING)
  async recover(
    @Body() body: UserBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<InvitedDto | Refusal> {
    const refusal = await this.access.refuseUnproven(request, body, reply);
    if (refusal) return refusal;
    const command = new RecoverUser(body.email, actor, correlation, this.knownOrigin(request));
    return this.shown(await this.commands.execute(command), request);
  }

  @Post('users/revocation')
  @HttpCode(200)
  @Needs('manage-users')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Retirer un rôle, ou tous', description: 'Agit dès la demande suivante.' })
  @ApiOkResponse({ type: AcceptedDto })
  @ApiProblems(...BODY, 'unknown-user', 'last-administrator', ...WRITING)
  async revoke(
    @Body() body: RevocationBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<AcceptedDto | Refusal> {
    const refusal = await this.access.refuseUnproven(request, body, reply);
    return refusal ?? this.commands.execute(new RevokeUser(body, actor, correlation));
  }

  @Post('users/disabling')
  @HttpCode(200)
  @Needs('manage-users')
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Fermer un compte', description: 'Les sessions ouvertes sont fermées.' })
  @ApiOkResponse({ type: AcceptedDto })
  @ApiProblems(...BODY, 'unknown-user', 'last-administrator', ...WRITING)
  async disable(
    @Body() body: UserBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<AcceptedDto | Refusal> {
    const refusal = await this.access.refuseUnproven(request, body, reply);
    return refusal ?? this.commands.execute(new DisableUser(body.email, actor, correlation));
  }

  private shown(told: MailedInvitation | MailedRecovery | Refusal, { headers }: FastifyRequest): InvitedDto | Refusal {
    if (isRefusal(told)) return told;
    const { user, code, mailed } = told;
    const origin = this.access.publicUrl?.origin ?? `http://${headers.host}`;
    return { user, link: code === null ? null : linkAddress(origin, code), mailed };
  }

  /** Undefined where the request came under a name that is not known to be the service's. */
  private knownOrigin({ headers }: FastifyRequest): string | undefined {
    const { publicUrl } = this.access;
    if (publicUrl) return publicUrl.origin;
    return refuseForeign({ method: 'GET', headers }, publicUrl, false) ? undefined : `http://${headers.host}`;
  }
}

function shownUser({ grants, ...user }: ListedUser) {
  return { ...user, roles: grants.map(heldRole) };
}
