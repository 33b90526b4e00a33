import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#access';
import { Access } from '#accounts/module';
import { ApiProblems, CurrentActor, CurrentCorrelation, Needs } from '#http';
import { isRefusal, isUuid, refuse, type Correlation, type Refusal, type Uuid } from '#kernel';
import { IssueToken, ListTokens, RevokeToken, RotateTokenKey } from '../recording/token-commands';
import type { IssuedToken, ListedToken } from '../recording/token-office';
import {
  givenToken,
  IssuedTokenDto,
  RevokedTokenDto,
  RotationBodyDto,
  RotationDto,
  TokenBodyDto,
  TokenParamDto,
  TokensDto,
} from './tokens.dto';

const COMMON = ['not-authenticated', 'not-allowed', 'scope-not-allowed', 'unexpected'];
const WRITING = ['recording-conflict', 'keys-busy', ...COMMON];
/** A person who signed in proves it again: a token outlives the session. */
const PROOF = ['second-factor-needed', 'password-needed', 'wrong-proof', 'too-many-attempts'];
const BODY = ['malformed-json', 'invalid-request', 'unsupported-media-type'];

@ApiTags('Jetons')
@ApiBearerAuth()
@Controller('api/tokens')
export class TokensController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly access: Access,
  ) {}

  @Get()
  @Needs('manage-tokens')
  @ApiOperation({ summary: 'Les jetons délivrés', description: 'Le jeton lui-même n’est gardé nulle part.' })
  @ApiOkResponse({ type: TokensDto })
  @ApiProblems(...COMMON)
  async list(@CurrentActor() actor: Actor): Promise<{ readonly tokens: readonly ListedToken[] } | Refusal> {
    const tokens = await this.queries.execute(new ListTokens(actor));
    return isRefusal(tokens) ? tokens : { tokens };
  }

  @Post()
  @Needs('manage-tokens')
  @ApiOperation({ summary: 'Délivrer un jeton', description: 'La réponse le dit une seule fois.' })
  @ApiCreatedResponse({ type: IssuedTokenDto, description: 'Délivré' })
  @ApiProblems(
    ...BODY,
    'token-acts-as',
    'token-scope-needed',
    'token-scope-not-admitted',
    'token-scope-unknown',
    ...PROOF,
    ...WRITING,
  )
  async issue(
    @Body() body: TokenBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<IssuedToken | Refusal> {
    const refusal = await this.access.refuseUnproven(request, body, reply);
    return refusal ?? this.commands.execute(new IssueToken(givenToken(body), actor, correlation));
  }

  @Post('rotation')
  @HttpCode(200)
  @Needs('manage-tokens')
  @ApiOperation({
    summary: 'Changer la clé qui signe les jetons',
    description: 'Les jetons déjà délivrés valent jusqu’à leur fin, sauf si les clés précédentes sont retirées.',
  })
  @ApiOkResponse({ type: RotationDto })
  @ApiProblems(...BODY, ...WRITING)
  rotate(
    @Body() { retire = false }: RotationBodyDto,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<{ readonly revoked: readonly Uuid[] } | Refusal> {
    return this.commands.execute(new RotateTokenKey({ retire }, actor, correlation));
  }

  @Post(':token/revocation')
  @HttpCode(200)
  @Needs('manage-tokens')
  @ApiOperation({ summary: 'Révoquer un jeton', description: 'Il ne vaut plus rien dès la demande suivante.' })
  @ApiOkResponse({ type: RevokedTokenDto })
  @ApiProblems('invalid-request', 'unknown-token', ...WRITING)
  revoke(
    @Param() { token }: TokenParamDto,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<{ readonly id: Uuid } | Refusal> {
    if (!isUuid(token)) return Promise.resolve(refuse('unknown-token'));
    return this.commands.execute(new RevokeToken(token, actor, correlation));
  }
}
