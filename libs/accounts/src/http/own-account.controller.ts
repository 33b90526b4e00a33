import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProblems, CurrentCorrelation, ForOneself } from '#http';
import { isRefusal, refuse, type Correlation, type Refusal } from '#kernel';
import type { OwnAct } from '../recording/account-handling';
import type { Present } from '../recording/sign-in';
import { totpAddress } from '../secrets/one-time-codes';
import {
  AskedBodyDto,
  ConfirmationBodyDto,
  PasswordBodyDto,
  ProposedFactorDto,
  RecoveryCodesDto,
} from './own-account.dto';
import { Access, tellWait } from './access';

const COMMON = [
  ...[
    'malformed-json',
    'invalid-request',
    'unsupported-media-type',
    'not-authenticated',
    'session-ended',
    'unknown-host',
  ],
  ...['foreign-origin', 'wrong-proof', 'too-many-attempts', 'recording-conflict', 'keys-busy', 'unexpected'],
];
const ASKED_AGAIN = ['second-factor-needed', 'password-needed', ...COMMON];

/** What a person does of their own password and second factor. The old one is asked again each time. */
@ApiTags('Comptes')
@Controller('api/me')
export class OwnAccountController {
  constructor(private readonly access: Access) {}

  @Post('password')
  @HttpCode(204)
  @ForOneself()
  @ApiOperation({ summary: 'Changer de mot de passe', description: 'Les autres sessions de la personne sont fermées.' })
  @ApiNoContentResponse({ description: 'Changé' })
  @ApiProblems(...ASKED_AGAIN, 'password-too-short', 'password-too-common')
  async password(
    @Body() { new: next, ...asked }: PasswordBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<void | Refusal> {
    const present = await this.askedAgain(request, asked, reply);
    if (isRefusal(present)) return present;
    const own = { account: present.session.account, person: present.person };
    const refusal = await this.access.signIn.office.changePassword(own, next, this.access.cookie.valueIn(request)!);
    return refusal ?? this.noted(present, { type: 'PasswordChanged', data: { by: 'person' } }, correlation);
  }

  @Post('totp')
  @HttpCode(200)
  @ForOneself()
  @ApiOperation({
    summary: 'Préparer un second facteur',
    description: 'L’ancien sert jusqu’à ce que le nouveau soit confirmé.',
  })
  @ApiOkResponse({ type: ProposedFactorDto })
  @ApiProblems(...ASKED_AGAIN)
  async propose(
    @Body() asked: AskedBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProposedFactorDto | Refusal> {
    const present = await this.askedAgain(request, asked, reply);
    if (isRefusal(present)) return present;
    const secret = await this.access.signIn.office.credentials.proposeSecondFactor(present.session.account);
    return { secret, address: totpAddress(secret, { issuer: 'Mixité', email: present.person?.email ?? '' }) };
  }

  @Post('totp/confirmation')
  @HttpCode(200)
  @ForOneself()
  @ApiOperation({
    summary: 'Confirmer le second facteur',
    description:
      'La réponse dit les codes de secours, une seule fois. Les autres sessions de la personne sont fermées.',
  })
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiProblems(...COMMON)
  async confirm(
    @Body() { totp }: ConfirmationBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<RecoveryCodesDto | Refusal> {
    const present = await this.access.credential.presentIn(request);
    if (isRefusal(present)) return present;
    const refusal = await this.access.signIn.confirmSecondFactor(present, totp, this.access.cookie.valueIn(request)!);
    if (refusal) return tellWait(refusal, reply);
    const noted = await this.noted(present, { type: 'SecondFactorEnrolled', data: {} }, correlation);
    return noted ?? { codes: await this.access.signIn.office.credentials.makeRecoveryCodes(present.session.account) };
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @ForOneself()
  @ApiOperation({
    summary: 'Refaire ses codes de secours',
    description: 'Les précédents ne valent plus rien. Les autres sessions de la personne sont fermées.',
  })
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiProblems(...ASKED_AGAIN, 'second-factor-due')
  async recoveryCodes(
    @Body() asked: AskedBodyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<RecoveryCodesDto | Refusal> {
    const present = await this.askedAgain(request, asked, reply);
    if (isRefusal(present)) return present;
    const { credentials } = this.access.signIn.office;
    const { account } = present.session;
    if (!(await credentials.hasSecondFactor(account))) return refuse('second-factor-due');
    const noted = await this.noted(present, { type: 'RecoveryCodesMade', data: {} }, correlation);
    if (noted) return noted;
    const codes = await credentials.makeRecoveryCodes(account);
    await this.access.signIn.office.sessions.endAll(account, this.access.cookie.valueIn(request)!);
    return { codes };
  }

  private async askedAgain(
    request: FastifyRequest,
    asked: AskedBodyDto,
    reply: FastifyReply,
  ): Promise<Present | Refusal> {
    const present = await this.access.credential.presentIn(request);
    if (isRefusal(present)) return present;
    const refusal = await this.access.signIn.askAgain(present.session.account, asked);
    return refusal ? tellWait(refusal, reply) : present;
  }

  private async noted(
    { actor, session }: Present,
    act: OwnAct,
    correlation: Correlation,
  ): Promise<Refusal | undefined> {
    const receipt = await this.access.signIn.office.note(session.account, act, { actor, correlation });
    return isRefusal(receipt) ? receipt : undefined;
  }
}
