import type { Actor } from '#access';
import { day, isRefusal, yearOf, type Day, type Instant, type Refusal } from '#kernel';
import { landlordOn } from '#territory';
import { freshnessOn, lastDayOfYears, type FreshnessDelays } from '../delays';
import type { SurveyFacts } from '../events';
import { newestSurvey, noteOn } from '../note-on';
import { remindedAt } from '../projections/model';
import type { RaisedReminder } from '../reminding/events';
import { isPriority } from '../verbs/establish-list';
import { newestList } from './lists';
import { labelled, type Named } from './named';
import {
  FragilityReadings,
  type FragilityQuery,
  type FragilityReading,
  type FragilitySources,
  type ReadingHeader,
} from './reading';

/** A survey or a list to renew, and whether the renewal is already late. */
interface Reminder extends RaisedReminder {
  /** When the event of the reminder was recorded; null where it is not recorded yet. */
  readonly remindedAt: Instant | null;
}

export interface SurveyReminder extends Reminder {
  readonly residence: Named;
  readonly commune: Named;
  readonly landlord: Named;
  /** The year of the newest survey. */
  readonly year: number | null;
}

export interface ListReminder extends Reminder {
  readonly landlord: Named;
  /** The day of the newest list. */
  readonly on: Day | null;
  /** How many residences are noted 4 or 5 on the day asked: a list of that day would hold them. */
  readonly residences: number;
}

export interface RemindersReport extends ReadingHeader {
  readonly delays: FreshnessDelays;
  /** Late ones first, the oldest first. */
  readonly surveys: readonly SurveyReminder[];
  readonly lists: readonly ListReminder[];
}

/** The surveys and lists that are due or late on a day, as of any instant. */
export class FragilityReminders {
  private readonly readings: FragilityReadings;

  constructor(sources: FragilitySources) {
    this.readings = new FragilityReadings(sources);
  }

  /** Reports what the actor may see. Refused like `FragilityReadings.read`. */
  async report(query: FragilityQuery, actor: Actor): Promise<RemindersReport | Refusal> {
    const reading = await this.readings.read(query, actor);
    if (isRefusal(reading)) return reading;
    const { delays } = reading;
    return {
      ...reading.header,
      delays,
      surveys: inOrder(await surveyReminders(reading, delays), ({ residence }) => residence.id),
      lists: inOrder(await listReminders(reading, delays), ({ landlord }) => landlord.id),
    };
  }
}

async function surveyReminders(reading: FragilityReading, delays: FreshnessDelays): Promise<readonly SurveyReminder[]> {
  const { on } = reading.header;
  const [communes, landlords] = await Promise.all([reading.known('communes'), reading.known('landlords')]);
  return reading.residences.flatMap((residence) => {
    const { facts, surveys, document } = residence;
    const reminder = surveyReminderOn(on, surveys, delays);
    if (!reminder) return [];
    return [
      {
        residence: { id: facts.code, label: facts.name },
        commune: labelled(facts.commune, communes),
        landlord: labelled(landlordOn(on, residence), landlords),
        ...reminder,
        remindedAt: remindedAt(document, reminder, reading.position),
      },
    ];
  });
}

/** The reminder of a residence with these surveys, on a day. Null where the newest survey serves for longer than the notice. */
export function surveyReminderOn(
  on: Day,
  surveys: readonly SurveyFacts[],
  delays: FreshnessDelays,
): (RaisedReminder & Pick<SurveyReminder, 'year'>) | null {
  const survey = newestSurvey(yearOf(on), surveys);
  const lastDay = survey && lastDayOfYears(day(`${survey.year}-01-01`), delays.surveyYears);
  const status = freshnessOn(on, lastDay, delays);
  return status && { year: survey?.year ?? null, lastDay, status };
}

/** The reminders of lists. A landlord owes a list only while it has a priority residence. */
export async function listReminders(
  reading: FragilityReading,
  delays: FreshnessDelays,
): Promise<readonly ListReminder[]> {
  const { on } = reading.header;
  const [landlords, documents] = await Promise.all([reading.known('landlords'), reading.landlordDocuments()]);
  const lists = await reading.lists();
  const counts = new Map<string, number>();
  for (const residence of reading.residences) {
    if (!isPriority(noteOn(on, residence.notes, residence.surveys, reading.scales))) continue;
    const landlord = landlordOn(on, residence);
    counts.set(landlord, (counts.get(landlord) ?? 0) + 1);
  }
  return [...counts].flatMap(([landlord, residences]) => {
    const newest = newestList(on, landlord, lists);
    const lastDay = newest?.lastDay ?? null;
    const status = freshnessOn(on, lastDay, delays);
    if (!status) return [];
    const reminder = { lastDay, status };
    return [
      {
        landlord: labelled(landlord, landlords),
        on: newest?.on ?? null,
        residences,
        ...reminder,
        remindedAt: remindedAt(documents.get(landlord), reminder, reading.position),
      },
    ];
  });
}

function inOrder<Each extends Reminder>(reminders: readonly Each[], idOf: (each: Each) => string): readonly Each[] {
  const key = (each: Each) => `${each.status === 'late' ? 0 : 1} ${each.lastDay ?? ''} ${idOf(each)}`;
  return [...reminders].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
