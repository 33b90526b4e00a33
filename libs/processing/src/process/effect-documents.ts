import { EVERYTHING } from '#access';
import type { RecordedEvent } from '#event-store';
import { CodedError, uuidV5, type Instant, type Uuid } from '#kernel';
import {
  eachDocument,
  type CollectionDefinition,
  type DocumentWrite,
  type ReadModel,
  type StoredDocument,
} from '#read-store';
import { describeError } from '../parked';
import type { Command, Effect, WakeAt } from './process-manager';

/** The event that an effect follows from. */
export interface Cause {
  readonly event: Uuid;
  readonly stream: string;
  readonly correlationId: Uuid;
  readonly recordedAt: Instant;
}

/** Why an effect was set aside. */
export type EffectError = { readonly code: string; readonly message: string };

/** An effect that is not done: it is due, it waits for its moment, or it was set aside. */
export type PendingEffect = {
  readonly state: 'due' | 'timer' | 'parked';
  /** Effects are done in the order of their events. */
  readonly order: string;
  readonly wakeAt: WakeAt | null;
  readonly commandId: Uuid;
  readonly command: Command;
  readonly cause: Cause;
  readonly error?: EffectError;
};

/** An effect that leaves nothing to do. Its document stays: an event that is read again must not make the effect due again. */
type SettledEffect = { readonly state: 'done' | 'cancelled' };

/** Where effects wait until they are done. The documents derive from events, so they may be lost. */
export const EFFECTS: CollectionDefinition = {
  name: 'effects',
  columns: { state: 'text', wakeAt: 'text', order: 'text' },
  indexes: [
    ['state', 'order'],
    ['state', 'wakeAt'],
  ],
};

export type EffectDocument = StoredDocument<PendingEffect>;
type EffectWrite = DocumentWrite<PendingEffect | SettledEffect>;

const PAGE = 100;

/** The documents of the effects of one event. @throws CodedError `effect-named-twice` */
export function writesOf(manager: string, event: RecordedEvent, effects: readonly Effect[]): readonly EffectWrite[] {
  const keys = effects.map(({ kind, key }) => `${kind}|${key}`);
  if (new Set(keys).size < keys.length)
    throw new CodedError('effect-named-twice', `two effects of ${event.id} have the same key`);
  return effects.map((effect, index) => writeOf(manager, event, effect, index));
}

function writeOf(manager: string, event: RecordedEvent, effect: Effect, index: number): EffectWrite {
  const { id, position, stream, metadata } = event;
  const written = { collection: EFFECTS.name, position };
  const timerId = `timer|${effect.key}`;
  if (effect.kind === 'cancel-timer') return { ...written, id: timerId, body: { state: 'cancelled' } };
  const isTimer = effect.kind === 'set-timer';
  const commandId = uuidV5(`${manager}|${id}|${isTimer ? timerId : effect.key}`);
  const body: PendingEffect = {
    state: isTimer ? 'timer' : 'due',
    order: `${position}/${String(index).padStart(6, '0')}`,
    wakeAt: isTimer ? effect.wakeAt : null,
    commandId,
    command: effect.command,
    cause: {
      event: id,
      stream,
      correlationId: metadata.correlationId as Uuid,
      recordedAt: metadata.recordedAt,
    },
  };
  return { ...written, id: isTimer ? timerId : commandId, body };
}

/** The effects in one generation of a process manager's model, for the code that performs them. */
export class Effects {
  constructor(private readonly model: ReadModel) {}

  /** The effects to do now, in their order, page by page: writes in the meantime do not disturb the walk. */
  async *due(): AsyncGenerator<EffectDocument> {
    const sort = [{ column: 'order', direction: 'asc' }] as const;
    let cursor: string | null | undefined;
    do {
      const page = await this.model.find<PendingEffect>({ ...this.in('due'), sort, ...(cursor && { cursor }) });
      yield* page.documents;
      cursor = page.next;
    } while (cursor !== null);
  }

  /** Timers whose day or instant sorts up to the text. */
  timersUpTo(wakeAt: string): Promise<readonly EffectDocument[]> {
    return this.all('timer', { wakeAt: { lte: wakeAt } });
  }

  parked(): Promise<readonly EffectDocument[]> {
    return this.all('parked');
  }

  count(state: PendingEffect['state']): Promise<number> {
    const { collection, scope, where } = this.in(state);
    return this.model.count({ collection, scope, where });
  }

  async oldestDue(): Promise<EffectDocument | undefined> {
    for await (const effect of this.due()) return effect;
    return undefined;
  }

  /** Marks the effect as done. A timer that was set again in the meantime has a later position, and so it stays. */
  settle({ id, position }: EffectDocument): Promise<void> {
    return this.write({ collection: EFFECTS.name, id, position, body: { state: 'done' } });
  }

  /** @returns the description of the error, as it is kept */
  async park({ id, position, body }: EffectDocument, error: unknown): Promise<EffectError> {
    const described = describeError(error);
    const parked: PendingEffect = { ...body, state: 'parked', error: described };
    await this.write({ collection: EFFECTS.name, id, position, body: parked });
    return described;
  }

  unpark({ id, position, body }: EffectDocument): Promise<void> {
    const { error: _error, ...waiting } = body;
    const state = body.wakeAt === null ? 'due' : 'timer';
    return this.write({ collection: EFFECTS.name, id, position, body: { ...waiting, state } });
  }

  private write(document: EffectWrite): Promise<void> {
    return this.model.commit([document as unknown as DocumentWrite], null);
  }

  private async all(state: PendingEffect['state'], where: object = {}): Promise<readonly EffectDocument[]> {
    const found: EffectDocument[] = [];
    const query = this.in(state);
    await eachDocument<PendingEffect>(this.model, { ...query, where: { ...query.where, ...where } }, (document) => {
      found.push(document);
      return true;
    });
    return found;
  }

  private in(state: PendingEffect['state']) {
    return { collection: EFFECTS.name, scope: EVERYTHING, where: { state }, limit: PAGE };
  }
}

/** The last text of a day or an instant that may have come by the instant, in any time zone. A day sorts before its instants. */
export function latestTextBefore(instant: Instant): string {
  const FARTHEST_ZONE_MS = 15 * 3_600_000;
  return `${new Date(Date.parse(instant) + FARTHEST_ZONE_MS).toISOString().slice(0, 10)}~`;
}
