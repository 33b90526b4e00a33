import { SYSTEM } from '#access';
import { CodedError, instantOf, isRefusal, startOfDay, type Clock, type Day, type Instant } from '#kernel';
import type { ReadModel } from '#read-store';
import type { Held } from '../holding';
import type { ProjectionObserver } from '../observer';
import { sleep, type Timers } from '#concurrency';
import type { CommandSender } from './command-sender';
import { Effects, latestTextBefore, type EffectDocument } from './effect-documents';
import type { WakeAt } from './process-manager';
import { codeOf, Retries } from './retries';

/** The clock is read again at least this often: somebody may set it, and a machine may sleep. */
const LONGEST_SLEEP_MS = 3_600_000;
const SHORT_SLEEP_MS = 1_000;

/** What a process manager needs from outside to perform its effects. */
export interface Surroundings {
  readonly sender: CommandSender;
  /** The territory's zone, as it is now. */
  readonly timeZone: () => Promise<string>;
}

export interface PerformerOptions extends Surroundings {
  readonly manager: string;
  readonly model: () => Promise<ReadModel>;
  /** Whether everything recorded when it was first asked has been read: an event not read yet may cancel a timer. */
  readonly isUpToDate: () => Promise<boolean>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly observer?: ProjectionObserver | undefined;
}

/** Performs the effects of one process manager in their order, and its timers when their moments come. */
export class Performer {
  private readonly retries: Retries;
  private roundFailure: string | null = null;
  private woken = new AbortController();

  constructor(private readonly options: PerformerOptions) {
    this.retries = new Retries(options.timers, () => this.wake());
  }

  /** The code of an error after which the work is tried again; null where all goes well. */
  get failure(): string | null {
    return this.roundFailure ?? this.retries.failure;
  }

  /** Performs what is due until the lease is lost. One effect at a time: the one under way is finished first. */
  async run(held: Held): Promise<void> {
    const wake = (): void => this.wake();
    held.signal.addEventListener('abort', wake);
    while (!held.signal.aborted) {
      this.woken = new AbortController();
      const next = await this.round(held);
      if (!held.signal.aborted) await sleep(next, this.woken.signal, this.options.timers);
    }
    held.signal.removeEventListener('abort', wake);
    this.retries.stop();
  }

  /** Ends the sleep: there may be something to do. */
  wake(): void {
    this.woken.abort();
  }

  /** @returns after how many milliseconds to look again */
  private async round(held: Held): Promise<number> {
    this.roundFailure = null;
    try {
      const effects = new Effects(await this.options.model());
      for await (const effect of effects.due()) await this.perform(effect, effects, held);
      return await this.performTimers(effects, held);
    } catch (error) {
      this.roundFailure = codeOf(error);
      return SHORT_SLEEP_MS;
    }
  }

  private async performTimers(effects: Effects, held: Held): Promise<number> {
    const now = Date.parse(this.options.clock.now());
    const near = await this.timersUntil(now + LONGEST_SLEEP_MS, effects);
    const due = near.filter(({ moment }) => moment <= now);
    if (due.length > 0 && !(await this.options.isUpToDate())) return SHORT_SLEEP_MS;
    for (const { effect, moment } of due) await this.perform(effect, effects, held, moment);
    const next = near[due.length];
    return next ? Math.min(next.moment - now, LONGEST_SLEEP_MS) : LONGEST_SLEEP_MS;
  }

  /** The timers up to that time, in the order of their moments. */
  private async timersUntil(time: number, effects: Effects) {
    const near = await effects.timersUpTo(latestTextBefore(instantOf(time)));
    if (near.length === 0) return [];
    const zone = await this.options.timeZone();
    return near
      .map((effect) => ({ effect, moment: Date.parse(momentOf(effect.body.wakeAt!, zone)) }))
      .sort((a, b) => a.moment - b.moment || (a.effect.body.order < b.effect.body.order ? -1 : 1));
  }

  private async perform(effect: EffectDocument, effects: Effects, held: Held, moment = 0): Promise<void> {
    const { commandId } = effect.body;
    if (!held.isHeld() || this.retries.isWaiting(commandId)) return;
    try {
      await this.send(effect, moment, held.signal);
    } catch (error) {
      if (!(error instanceof Refused) && this.retries.failed(commandId, error)) return;
      this.retries.forget(commandId);
      return this.park(effect, effects, error);
    }
    this.retries.forget(commandId);
    await effects.settle(effect);
  }

  /** @throws Refused where the refusal leaves something to do */
  private async send({ body }: EffectDocument, moment: number, signal: AbortSignal): Promise<void> {
    const { sender, clock } = this.options;
    const { type, data, settledBy = [] } = body.command;
    const correlation = { correlationId: body.cause.correlationId, causationId: body.cause.event };
    const at = instantOf(Math.max(moment, Date.parse(clock.now())));
    const answer = await sender.send({ id: body.commandId, type, data, actor: SYSTEM, correlation, at, signal });
    if (isRefusal(answer) && !settledBy.includes(answer.code)) throw new Refused(answer.code, type);
  }

  private async park(effect: EffectDocument, effects: Effects, error: unknown): Promise<void> {
    const { manager, observer } = this.options;
    const { event, stream } = effect.body.cause;
    const described = await effects.park(effect, error);
    observer?.parked?.(manager, {
      ...described,
      position: effect.position,
      event,
      stream,
      type: effect.body.command.type,
    });
  }
}

class Refused extends CodedError {
  constructor(code: string, type: string) {
    super(code, `${type} was refused`);
  }
}

function momentOf(wakeAt: WakeAt, zone: string): Instant {
  return wakeAt.includes('T') ? (wakeAt as Instant) : startOfDay(wakeAt as Day, zone);
}
