import type { RecordedEvent } from '#event-store';
import { addDays, type Day, type Uuid } from '#kernel';
import { cancelTimer, setTimer, type Command, type Effect, type ProcessManager } from '#processing';
import { VACANCY_STREAMS, type DecidedCandidate } from '../events';

/**
 * Wakes the day after the last day to answer an offer, or to bring a document. Each command says which last day it is
 * about: one that comes after a correction finds another day, and changes nothing.
 */
export const deadlinesProcess: ProcessManager = {
  name: 'deadlines',
  version: 1,
  types: [
    'CommissionHeld',
    'CommissionCorrected',
    'ConditionMet',
    'OfferMade',
    'OfferCorrected',
    'OfferAccepted',
    'OfferDeclined',
    'CandidateWithdrawn',
  ],
  react: (event) => effectsOf(event),
};

const offerKey = (candidate: Uuid): string => `offer|${candidate}`;
const conditionKey = (candidate: Uuid): string => `condition|${candidate}`;

function effectsOf(recorded: RecordedEvent): readonly Effect[] {
  const event = VACANCY_STREAMS.read(recorded);
  const vacancy = VACANCY_STREAMS.idOf(event.stream) as Uuid;
  switch (event.type) {
    case 'CommissionHeld':
    case 'CommissionCorrected':
      return event.data.decisions.map((decided) => conditionTimer(vacancy, decided));
    case 'ConditionMet':
      return [cancelTimer(conditionKey(event.data.candidate))];
    case 'OfferMade':
    case 'OfferCorrected': {
      const { candidate, lastDay } = event.data;
      return [setTimer(offerKey(candidate), addDays(lastDay, 1), lapse('LapseOffer', { vacancy, candidate, lastDay }))];
    }
    case 'OfferAccepted':
    case 'OfferDeclined':
      return [cancelTimer(offerKey(event.data.candidate))];
    case 'CandidateWithdrawn':
      return [cancelTimer(offerKey(event.data.candidate)), cancelTimer(conditionKey(event.data.candidate))];
    default:
      return [];
  }
}

/** A correction that no longer asks for a document cancels the timer of the first decision. */
function conditionTimer(vacancy: Uuid, { candidate, documentDue }: DecidedCandidate): Effect {
  if (documentDue === null) return cancelTimer(conditionKey(candidate));
  const command = lapse('LapseCondition', { vacancy, candidate, lastDay: documentDue });
  return setTimer(conditionKey(candidate), addDays(documentDue, 1), command);
}

/** What a lapse is about. */
export interface LapseOf {
  readonly vacancy: Uuid;
  readonly candidate: Uuid;
  readonly lastDay: Day;
}

function lapse(type: 'LapseOffer' | 'LapseCondition', of: LapseOf): Command {
  return { type, data: { ...of }, settledBy: ['unknown-vacancy', 'unknown-candidate'] };
}
