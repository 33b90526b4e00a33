import type { Actor } from '#access';
import { day, isRefusal, yearOf, type Day, type Instant, type Refusal } from '#kernel';
import { landlordOn } from '#territory';
import { freshnessOn, lastDayOfYears, type FreshnessDelays } from '../delays';
import type { SurveyFacts } from '../events';
import { newestSurvey, noteOn } from '../note-on';
import { remindedAt } from '../projections/model';
import type { RaisedReminder } from '../reminding/events';
import { scaleOn } from '../survey-scale';
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

/** What is to be made again, and whether it is already late. */
interface Reminder extends RaisedReminder {
  /** When the reminder was raised, as an event; null where it was not yet. */
  readonly remindedAt: Instant | null;
}

export interface SurveyReminder extends Reminder {
  readonly residence: Named;
  readonly commune: Named;
  readonly landlord: Named;
  /** Of the newest survey. */
  readonly year: number | null;
}

export interface ListReminder extends Reminder {
  readonly landlord: Named;
  /** The day of the newest list. */
  readonly on: Day | null;
  /** Residences noted 4 or 5 on the day asked, which a list would hold. */
  readonly residences: number;
}

export interface RemindersReport extends ReadingHeader {
  readonly delays: FreshnessDelays;
  /** Late ones first, the oldest first. */
  readonly surveys: readonly SurveyReminder[];
  readonly lists: readonly ListReminder[];
}

/** What is due and what is late on a day, as of any instant. */
export class FragilityReminders {
  private readonly readings: FragilityReadings;

  constructor(sources: FragilitySources) {
    this.readings = new FragilityReadings(sources);
  }

  /** Of what the actor may see. Refused as `FragilityReadings.read`. */
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

/** Of a residence with these surveys on that day; null where the newest serves for longer than the notice. */
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

/** A landlord owes a list while it has a priority residence; one that has none any more owes nothing. */
export async function listReminders(
  reading: FragilityReading,
  delays: FreshnessDelays,
): Promise<readonly ListReminder[]> {
  const { on } = reading.header;
  const [landlords, documents] = await Promise.all([reading.known('landlords'), reading.landlordDocuments()]);
  const told = await reading.lists();
  const counts = new Map<string, number>();
  for (const residence of reading.residences) {
    if (!isPriority(noteOn(on, residence.notes, residence.surveys, scaleOn(on, reading.scales)))) continue;
    const landlord = landlordOn(on, residence);
    counts.set(landlord, (counts.get(landlord) ?? 0) + 1);
  }
  return [...counts].flatMap(([landlord, residences]) => {
    const newest = newestList(on, landlord, told);
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
