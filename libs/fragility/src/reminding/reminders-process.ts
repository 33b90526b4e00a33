import { CONVENTION_STREAM, evolveConvention, type ConventionEvent, type RecordedConvention } from '#convention';
import { partsOfRowId, type RecordedEvent } from '#event-store';
import { addDays, type Day, type Json } from '#kernel';
import {
  cancelTimer,
  send,
  setTimer,
  type Command,
  type Effect,
  type ProcessManager,
  type ProcessState,
} from '#processing';
import { landlordOn, OWNERSHIP_STREAMS, RESIDENCE_STREAMS, type OwnershipFacts, type ResidenceFacts } from '#territory';
import { DEFAULT_DELAYS, firstDueDay } from '../delays';
import { NOTE_STREAMS, PRIORITY_LIST_STREAMS, SURVEY_STREAMS, type PriorityListFacts } from '../events';
import { firstOf, surveyDays } from './reminder-days';

/**
 * Raises reminders when they fall due. It knows the days on which a reminder may fall due, and sends a command on each of them. The
 * command is then decided on what is known on that day.
 */
export const remindersProcess: ProcessManager = {
  name: 'reminders',
  version: 1,
  types: [
    'ResidenceDeclared',
    'ResidenceCorrected',
    'OwnershipChanged',
    'OwnershipCorrected',
    'ResidenceSurveyed',
    'ResidenceSurveyCorrected',
    'FragilityNoted',
    'FragilityNoteCorrected',
    'PriorityListEstablished',
    'ConventionAdopted',
    'ConventionAmended',
  ],
  async react(event, state) {
    switch (event.type) {
      case 'ResidenceDeclared':
      case 'ResidenceCorrected':
        return residenceKnown(event, state);
      case 'OwnershipChanged':
      case 'OwnershipCorrected':
        return ownershipKnown(event, state);
      case 'ResidenceSurveyed':
        return surveyed(event, state);
      case 'ResidenceSurveyCorrected':
      case 'FragilityNoted':
      case 'FragilityNoteCorrected':
        return noteMayChange(event, state);
      case 'PriorityListEstablished':
        return listEstablished(PRIORITY_LIST_STREAMS.read(event).data, state);
      default:
        return conventionKnown(CONVENTION_STREAM.read(event), state);
    }
  },
};

/** What the process keeps of a residence: its owner on each day. */
interface Owned {
  readonly facts: ResidenceFacts;
  readonly ownerships: readonly OwnershipFacts[];
}

const RESIDENCES = 'residences';
const CONVENTION = 'convention';
const ownedKey = (residence: string): string => `residence|${residence}`;
const surveysKey = (residence: string): string => `surveys|${residence}`;
const listKey = (landlord: string): string => `list|${landlord}`;

async function residenceKnown(event: RecordedEvent, state: ProcessState): Promise<readonly Effect[]> {
  const residence = RESIDENCE_STREAMS.idOf(event.stream);
  const before = await state.get<Owned>(ownedKey(residence));
  const facts = RESIDENCE_STREAMS.evolve(before?.facts, event);
  put(state, ownedKey(residence), { facts, ownerships: before?.ownerships ?? [] });
  if (before) return before.facts.landlord === facts.landlord ? [] : [lookAtList(facts.landlord)];
  const all = (await state.get<readonly string[]>(RESIDENCES)) ?? [];
  state.put(RESIDENCES, [...all, residence]);
  // A residence without a survey is late from now on. Its first survey cancels the timer, also where both events are in the past.
  return [setTimer(`survey|${residence}|none`, event.metadata.recordedAt, remindOfSurvey(residence))];
}

async function ownershipKnown(event: RecordedEvent, state: ProcessState): Promise<readonly Effect[]> {
  const { code: residence, row: from } = partsOfRowId(OWNERSHIP_STREAMS.idOf(event.stream));
  const owned = await state.get<Owned>(ownedKey(residence));
  if (!owned) return [];
  const before = owned.ownerships.find((ownership) => ownership.from === from);
  const ownership = OWNERSHIP_STREAMS.evolve(before, event);
  const others = owned.ownerships.filter((one) => one !== before);
  put(state, ownedKey(residence), { ...owned, ownerships: [...others, ownership] });
  return [lookAtListOn(ownership.landlord, ownership.from)];
}

async function surveyed(event: RecordedEvent, state: ProcessState): Promise<readonly Effect[]> {
  const { residence, year } = event.data as { residence: string; year: number };
  const years = (await state.get<readonly number[]>(surveysKey(residence))) ?? [];
  const after = [...years.filter((one) => one !== year), year];
  state.put(surveysKey(residence), after);
  const convention = await state.get<RecordedConvention>(CONVENTION);
  const moved = movedTimers(residence, surveyDays(years, convention), surveyDays(after, convention));
  const today = event.metadata.recordedAt.slice(0, 10);
  const counts = (one: number): boolean => firstOf(one) <= today;
  const first = counts(year) && !years.some(counts) ? [cancelTimer(`survey|${residence}|none`)] : [];
  return [...first, ...moved, ...(await noteMayChange(event, state))];
}

/** The residence may become a priority one on the day of the row, and its landlord may then owe a list. */
async function noteMayChange({ type, stream }: RecordedEvent, state: ProcessState): Promise<readonly Effect[]> {
  const isSurvey = SURVEY_STREAMS.has(type);
  const { code, row } = partsOfRowId((isSurvey ? SURVEY_STREAMS : NOTE_STREAMS).idOf(stream));
  const owned = await state.get<Owned>(ownedKey(code));
  if (!owned) return [];
  const on = isSurvey ? firstOf(Number(row)) : (row as Day);
  return [lookAtListOn(landlordOn(on, owned), on)];
}

/** The newest list counts: its days replace those of the list before. */
async function listEstablished(list: PriorityListFacts, state: ProcessState): Promise<readonly Effect[]> {
  const { landlord, on, lastDay } = list;
  const newest = await state.get<Day>(listKey(landlord));
  if (newest !== null && newest > on) return [];
  state.put(listKey(landlord), on);
  return [
    setTimer(`list|${landlord}|due`, firstDueDay(lastDay, DEFAULT_DELAYS), remindOfList(landlord)),
    setTimer(`list|${landlord}|late`, addDays(lastDay, 1), remindOfList(landlord)),
  ];
}

/** The delays of the convention move the days of every survey. Its scale changes computed notes, so landlords may owe a list. */
async function conventionKnown(event: ConventionEvent, state: ProcessState): Promise<readonly Effect[]> {
  const before = await state.get<RecordedConvention>(CONVENTION);
  const after = evolveConvention(before, event);
  put(state, CONVENTION, after);
  const effects: Effect[] = [];
  const landlords = new Set<string>();
  for (const residence of (await state.get<readonly string[]>(RESIDENCES)) ?? []) {
    const years = (await state.get<readonly number[]>(surveysKey(residence))) ?? [];
    effects.push(...movedTimers(residence, surveyDays(years, before), surveyDays(years, after)));
    const { facts, ownerships } = (await state.get<Owned>(ownedKey(residence)))!;
    for (const { landlord } of [facts, ...ownerships]) landlords.add(landlord);
  }
  const looks = [...landlords].map((landlord) =>
    event.type === 'ConventionAmended' ? lookAtListOn(landlord, event.data.effectiveOn) : lookAtList(landlord),
  );
  return event.data.fragilityScale ? [...effects, ...looks] : effects;
}

/** Cancels or sets the timers of a residence's surveys whose days have changed. */
function movedTimers(
  residence: string,
  before: ReadonlyMap<string, Day>,
  after: ReadonlyMap<string, Day>,
): readonly Effect[] {
  const key = (name: string): string => `survey|${residence}|${name}`;
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const moved = [...after].filter(([name, on]) => before.get(name) !== on);
  return [
    ...gone.map((name) => cancelTimer(key(name))),
    ...moved.map(([name, on]) => setTimer(key(name), on, remindOfSurvey(residence))),
  ];
}

function lookAtList(landlord: string): Effect {
  return send(`list|${landlord}`, remindOfList(landlord));
}

/** At most once for each landlord and day: one look sees everything that changes on that day. */
function lookAtListOn(landlord: string, on: Day): Effect {
  return setTimer(`list|${landlord}|${on}`, on, remindOfList(landlord));
}

function remindOfSurvey(residence: string): Command {
  return { type: 'RemindOfSurvey', data: { residence } };
}

function remindOfList(landlord: string): Command {
  return { type: 'RemindOfList', data: { landlord } };
}

function put(state: ProcessState, key: string, value: object): void {
  state.put(key, value as Json);
}
