import type { Aggregate } from '#deciding';
import { FIRST_VERSION, StreamDefinition } from '#event-store';
import { refuse, type Day, type Decision, type Uuid } from '#kernel';
import { refuseFuture } from '../checks';
import { refuseUnlisted } from '../motives';
import { ENDING_GROUNDS, type EndingGround } from '../words';

export type ApplicationEvent =
  | { readonly type: 'ApplicationEnded'; readonly data: { readonly on: Day; readonly motive: EndingGround } }
  | { readonly type: 'ApplicationReopened'; readonly data: { readonly on: Day } };

/** One stream for each household: its application, under its numéro unique. */
export const APPLICATION_STREAMS = new StreamDefinition<ApplicationEvent>({
  category: 'application',
  types: { ApplicationEnded: FIRST_VERSION, ApplicationReopened: FIRST_VERSION },
});

export interface Application {
  readonly ended: { readonly on: Day; readonly motive: EndingGround } | null;
}

export type ApplicationCommand = { readonly household: Uuid; readonly today: Day } & (
  { readonly verb: 'end'; readonly on: Day; readonly motive: string } | { readonly verb: 'reopen' }
);

export const APPLICATIONS: Aggregate<ApplicationCommand, Application, ApplicationEvent> = {
  events: APPLICATION_STREAMS,
  initial: { ended: null },
  evolve: (_, event) => ({ ended: event.type === 'ApplicationEnded' ? event.data : null }),
  idOf: ({ household }) => household,
  decide: decideApplication,
};

/**
 * Nothing where the application has ended so already, or is open already. An ending with another day or motive corrects
 * the one before. Refused: `value-not-admitted`, `day-in-future`.
 */
function decideApplication(command: ApplicationCommand, { ended }: Application): Decision<ApplicationEvent> {
  if (command.verb === 'reopen') return ended ? [{ type: 'ApplicationReopened', data: { on: command.today } }] : [];
  const { on, today } = command;
  const motive = ENDING_GROUNDS.find((one) => one === command.motive);
  if (!motive) return refuseUnlisted('motif', command.motive, ENDING_GROUNDS) ?? refuse('value-not-admitted');
  const refusal = refuseFuture('date', on, { today });
  if (refusal) return refusal;
  if (ended && ended.on === on && ended.motive === motive) return [];
  return [{ type: 'ApplicationEnded', data: { on, motive } }];
}
