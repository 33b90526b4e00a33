import { ConventionHistory, timeZoneOf } from '#convention';
import type { Position } from '#event-store';
import { incompleteImport } from '#imports';
import { reachHead, type Installation } from '#installation';
import { CodedError, dayAt, isRefusal, type Instant, type Refusal } from '#kernel';
import { decideOnce, sendingTo, type CommandSender, type SystemCommand } from '#processing';
import { fragilityProjection } from '../projections/fragility-projection';
import { FRAGILITY_MODEL, residenceAt, type SubjectDocument } from '../projections/model';
import { FragilityReadings } from '../report/reading';
import { listReminders, surveyReminderOn } from '../report/reminders';
import { LIST_REMINDERS, SURVEY_REMINDERS } from './events';
import { raiseReminder, type Today } from './raise-reminder';
import { ALWAYS, delaysInForce } from './reminder-days';

const NEWEST = '~' as Position;

/** Decides by what is known when it is asked, as the report of reminders does. */
export function reminderSender(installation: Installation): CommandSender {
  const reminding = new Reminding(installation);
  return sendingTo({
    RemindOfSurvey: (command) => reminding.ofSurvey(command),
    RemindOfList: (command) => reminding.ofList(command),
  });
}

class Reminding {
  private readonly convention: ConventionHistory;
  private readonly readings: FragilityReadings;

  constructor(private readonly installation: Installation) {
    const { eventStore: events, readStore, clock } = installation;
    this.convention = new ConventionHistory(events);
    this.readings = new FragilityReadings({ events, readStore, clock, convention: this.convention });
  }

  async ofSurvey(command: SystemCommand): Promise<Refusal | void> {
    const { residence } = command.data as { residence: string };
    const on = await this.on(command.at);
    const model = await this.installation.readStore.active(FRAGILITY_MODEL);
    const document = (await model.get<SubjectDocument>('residences', residence))?.body;
    const state = document && residenceAt(document, NEWEST);
    const reminder = state ? surveyReminderOn(on.today, state.surveys, on.delays) : null;
    return decideOnce(this.installation.eventStore, command, {
      definition: SURVEY_REMINDERS,
      id: residence,
      decide: (events) =>
        raiseReminder(reminder, events.map(dataOf), on).map(({ reminder: raised, effectiveDay }) => ({
          event: { type: 'SurveyReminderRaised', data: { residence, ...raised } },
          effectiveDay,
        })),
    });
  }

  async ofList(command: SystemCommand): Promise<Refusal | void> {
    const { landlord } = command.data as { landlord: string };
    // A list has its last day from when it was established: later delays do not move it.
    const on = { ...(await this.on(command.at)), from: ALWAYS };
    const reading = await this.readings.read({ on: on.today }, command.actor);
    if (isRefusal(reading)) return reading;
    const reminders = await listReminders(reading, reading.delays);
    const reminder = reminders.find((one) => one.landlord.id === landlord) ?? null;
    return decideOnce(this.installation.eventStore, command, {
      definition: LIST_REMINDERS,
      id: landlord,
      decide: (events) =>
        raiseReminder(reminder, events.map(dataOf), on).map(({ reminder: raised, effectiveDay }) => ({
          event: { type: 'ListReminderRaised', data: { landlord, ...raised } },
          effectiveDay,
        })),
    });
  }

  /**
   * The day of the command, once all that was recorded is known.
   * @throws CodedError `import-incomplete`: what is missing may come with the rest of it
   */
  private async on(at: Instant): Promise<Today> {
    const { eventStore } = this.installation;
    await reachHead(this.installation, fragilityProjection);
    if (await incompleteImport(eventStore, (await eventStore.head())?.position ?? null))
      throw new CodedError('import-incomplete', 'an import is not written whole');
    const convention = await this.convention.latest();
    const today = dayAt(at, timeZoneOf(convention));
    return { today, ...delaysInForce(today, convention) };
  }
}

function dataOf<Data>({ data }: { readonly data: Data }): Data {
  return data;
}
