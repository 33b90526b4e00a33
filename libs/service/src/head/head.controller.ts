import { Controller, Get, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { ReadSigningDays } from '#compliance/module';
import { isCounting, START, type Position } from '#event-store';
import { ApiProblems, CurrentActor, Needs, Polled, Revalidated } from '#http';
import { Installation } from '#installation';
import { isCodedError, isRefusal, refuse, type Refusal } from '#kernel';
import { PRODUCT_VERSION } from '../version';
import { HeadQueryDto, HistoryHeadDto } from './head.dto';

/** How far the history is. Open pages ask for it each minute, so it waits for nothing and keeps no session open. */
@ApiTags('Service')
@ApiBearerAuth()
@Controller('api/head')
export class HeadController {
  constructor(
    private readonly installation: Installation,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Needs('read-figures')
  @Revalidated()
  @Polled()
  @ApiOperation({
    summary: 'Où en est l’histoire',
    description:
      'Le dernier événement enregistré, et ce qui l’est depuis une réponse précédente. Les pages ouvertes la demandent d’elles-mêmes : ce n’est pas une activité de la personne, et la session peut se fermer.',
  })
  @ApiOkResponse({ type: HistoryHeadDto })
  @ApiProblems(
    'invalid-request',
    'unknown-position',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'unexpected',
  )
  async head(
    @Query() { since }: HeadQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HistoryHeadDto | Refusal> {
    const head = await this.installation.eventStore.head();
    const [position, recordedAt] = [head?.position ?? null, head?.recordedAt ?? null];
    if (since !== undefined && since > (position ?? START)) return refuse('unknown-position');
    const days = await this.queries.execute(new ReadSigningDays(actor));
    if (isRefusal(days)) return days;
    // The days will change without an event once the projection has caught up: such an answer gets no tag.
    if (position !== null && (days.position ?? START) < position) void reply.header('cache-control', 'no-store');
    const ordinal = await this.countAfter(START);
    const newer = since === undefined ? null : await this.countAfter(since);
    if (isRefusal(ordinal) || isRefusal(newer)) return refuse('unknown-position');
    const { firstSigned, lastSigned } = days;
    return { position, recordedAt, ordinal, newer, firstSigned, lastSigned, version: PRODUCT_VERSION };
  }

  /** Null where the store does not count. Refused: `unknown-position` where the text is no position of this store. */
  private async countAfter(position: Position): Promise<number | null | Refusal> {
    const { eventStore } = this.installation;
    if (!isCounting(eventStore)) return null;
    try {
      return await eventStore.countAfter(position);
    } catch (error) {
      if (isCodedError(error) && error.code === 'invalid-position') return refuse('unknown-position');
      throw error;
    }
  }
}
