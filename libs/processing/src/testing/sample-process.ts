import { CommandPipeline, handlingOf, type Aggregate, type DecidedEvent } from '#deciding';
import { FIRST_VERSION, StreamDefinition, type EventStore, type NewEvent, type RecordedAs } from '#event-store';
import {
  addDays,
  CodedError,
  refuse,
  systemClock,
  uuidV5,
  type Day,
  type Decision,
  type JsonObject,
  type Refusal,
} from '#kernel';
import { sendingTo, sendThrough, type CommandSender } from '../process/command-sender';
import { cancelTimer, send, setTimer, type Effect, type ProcessManager } from '../process/process-manager';

type CandidateEvent =
  | { readonly type: 'CandidateNamed'; readonly data: { readonly candidate: string; readonly vacancy: string } }
  | { readonly type: 'LeaseSigned'; readonly data: { readonly candidate: string; readonly vacancy: string } }
  | { readonly type: 'CandidateWithdrawn'; readonly data: { readonly candidate: string } }
  | { readonly type: 'OfferMade'; readonly data: { readonly candidate: string; readonly lastDay: Day } }
  | { readonly type: 'OfferAnswered'; readonly data: { readonly candidate: string } }
  | { readonly type: 'OfferLapsed'; readonly data: { readonly candidate: string; readonly lastDay: Day } };

export const CANDIDATES = new StreamDefinition<CandidateEvent>({
  category: 'candidate',
  types: {
    CandidateNamed: FIRST_VERSION,
    LeaseSigned: FIRST_VERSION,
    CandidateWithdrawn: FIRST_VERSION,
    OfferMade: FIRST_VERSION,
    OfferAnswered: FIRST_VERSION,
    OfferLapsed: FIRST_VERSION,
  },
});

/**
 * Withdraws the other candidates of a vacancy when a lease is signed, and lets an offer lapse on the day after its last day: a small
 * example of what a real process manager does.
 */
export const SAMPLE_PROCESS: ProcessManager = {
  name: 'sampleProcess',
  version: 1,
  types: ['CandidateNamed', 'LeaseSigned', 'OfferMade', 'OfferAnswered'],
  async react(recorded, state): Promise<readonly Effect[]> {
    if ('poison' in recorded.data) throw new CodedError('poison', 'this event cannot be understood');
    const event = CANDIDATES.read(recorded);
    switch (event.type) {
      case 'CandidateNamed': {
        const { vacancy, candidate } = event.data;
        state.put(vacancy, [...((await state.get<readonly string[]>(vacancy)) ?? []), candidate]);
        return [];
      }
      case 'LeaseSigned': {
        const { vacancy, candidate } = event.data;
        const others = ((await state.get<readonly string[]>(vacancy)) ?? []).filter((one) => one !== candidate);
        state.put(vacancy, null);
        return others.map((one) =>
          send(`withdraw|${one}`, { type: 'Withdraw', data: { candidate: one }, settledBy: ['signed'] }),
        );
      }
      case 'OfferMade': {
        const { candidate, lastDay } = event.data;
        const data = { candidate, lastDay };
        return [setTimer(`offer|${candidate}`, addDays(lastDay, 1), { type: 'Lapse', data, settledBy: ['answered'] })];
      }
      case 'OfferAnswered':
        return [cancelTimer(`offer|${event.data.candidate}`)];
      case 'CandidateWithdrawn':
      case 'OfferLapsed':
        return [];
    }
  },
};

/** What a command about a candidate meets before it is decided: a refusal, an error, or nothing. */
export type Obstacle = () => Refusal | undefined;

type CandidateCommand =
  | { readonly verb: 'withdraw'; readonly candidate: string }
  | { readonly verb: 'lapse'; readonly candidate: string; readonly lastDay: Day };
type CandidateEvents = readonly RecordedAs<CandidateEvent>[];

const CANDIDATE: Aggregate<CandidateCommand, CandidateEvents, CandidateEvent> = {
  events: CANDIDATES,
  initial: [],
  evolve: (events, event) => [...events, event],
  idOf: ({ candidate }) => candidate,
  decide: (command, events) => (command.verb === 'withdraw' ? withdraw(command, events) : lapse(command, events)),
};

/** A second withdrawal is not refused: the command's id alone keeps it from being written twice. */
function withdraw({ candidate }: { readonly candidate: string }, events: CandidateEvents): Decision<CandidateEvent> {
  if (events.some(({ type }) => type === 'LeaseSigned')) return refuse('signed');
  return [{ type: 'CandidateWithdrawn', data: { candidate } }];
}

function lapse(
  { candidate, lastDay }: { readonly candidate: string; readonly lastDay: Day },
  events: CandidateEvents,
): Decision<DecidedEvent<CandidateEvent>> {
  const offer = events.findLast(({ type }) => type.startsWith('Offer'));
  if (offer?.type !== 'OfferMade' || offer.data.lastDay !== lastDay) return refuse('answered');
  return [{ type: 'OfferLapsed', data: { candidate, lastDay }, effectiveDay: lastDay }];
}

/** Handles the commands of the sample. */
export function sampleSender(store: EventStore, obstacles: ReadonlyMap<string, Obstacle> = new Map()): CommandSender {
  const handling = handlingOf(
    {
      ...CANDIDATE,
      decide: (command, events) => obstacles.get(command.candidate)?.() ?? CANDIDATE.decide(command, events),
    },
    store,
  );
  const pipeline = new CommandPipeline(handling, { store, clock: systemClock, vault: noVault });
  return sendingTo({
    Withdraw: (sent) => sendThrough(pipeline, { verb: 'withdraw', ...(sent.data as { candidate: string }) }, sent),
    Lapse: (sent) =>
      sendThrough(pipeline, { verb: 'lapse', ...(sent.data as { candidate: string; lastDay: Day }) }, sent),
  });
}

const noVault = (): Promise<never> => Promise.reject(new Error('these commands need no vault'));

/** An event of a candidate. The same type and data always give the same id. */
export function candidateEvent(
  type: CandidateEvent['type'],
  data: JsonObject & { readonly candidate: string },
): NewEvent {
  const id = uuidV5(`sample|${type}|${JSON.stringify(data)}`);
  const metadata = { actor: 'someone', role: 'tester', correlationId: uuidV5(`correlation|${id}`), causationId: id };
  return { id, type, schemaVersion: 1, data, metadata };
}
