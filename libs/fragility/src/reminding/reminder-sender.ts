import { ConventionHistory, timeZoneOf } from '#convention';
import { CommandPipeline, handlingOf } from '#deciding';
import type { DomainEvent } from '#event-store';
import { incompleteImport } from '#imports';
import { reachHead, type Installation } from '#installation';
import { CodedError, dayAt, isRefusal, type Day, type Refusal } from '#kernel';
import { sendingTo, sendThrough, type CommandSender, type SystemCommand } from '#processing';
import { fragilityProjection } from '../projections/fragility-projection';
import { FRAGILITY_MODEL, NEWEST, residenceAt, type SubjectDocument } from '../projections/model';
import { FragilityReadings } from '../report/reading';
import { listReminders, surveyReminderOn } from '../report/reminders';
import type { ListReminderRaised, RaisedReminder, SurveyReminderRaised } from './events';
import { LIST_REMINDER, SURVEY_REMINDER, type RaiseReminder } from './raise-reminder';
import { ALWAYS, delaysInForce, type DatedDelays } from './reminder-days';

type ReminderPipeline<Event extends DomainEvent> = CommandPipeline<RaiseReminder, readonly RaisedReminder[], Event>;

/** Sends the commands that raise reminders. Each is decided on what is known when it is sent, as in the report of reminders. */
export function reminderSender(installation: Installation): CommandSender {
  const reminding = new Reminding(installation);
  return sendingTo({
    RemindOfSurvey: (command) => reminding.remindOfSurvey(command),
    RemindOfList: (command) => reminding.remindOfList(command),
  });
}

class Reminding {
  private readonly convention: ConventionHistory;
  private readonly readings: FragilityReadings;
  private readonly surveys: ReminderPipeline<SurveyReminderRaised>;
  private readonly lists: ReminderPipeline<ListReminderRaised>;

  constructor(private readonly installation: Installation) {
    const { eventStore: events, readStore, clock } = installation;
    this.convention = new ConventionHistory(events);
    this.readings = new FragilityReadings({ events, readStore, clock, convention: this.convention });
    const { pipelineStores: stores } = installation;
    this.surveys = new CommandPipeline(handlingOf(SURVEY_REMINDER, events), stores);
    this.lists = new CommandPipeline(handlingOf(LIST_REMINDER, events), stores);
  }

  async remindOfSurvey(command: SystemCommand): Promise<Refusal | void> {
    const { residence } = command.data as { residence: string };
    const { today, from, delays } = await this.delaysAt(command);
    const model = await this.installation.readStore.active(FRAGILITY_MODEL);
    const document = (await model.get<SubjectDocument>('residences', residence))?.body;
    const state = document && residenceAt(document, NEWEST);
    const reminder = state ? surveyReminderOn(today, state.surveys, delays) : null;
    return sendThrough(this.surveys, { subject: residence, reminder, from, delays }, command);
  }

  async remindOfList(command: SystemCommand): Promise<Refusal | void> {
    const { landlord } = command.data as { landlord: string };
    const { today, delays } = await this.delaysAt(command);
    const reading = await this.readings.read({ on: today }, command.actor);
    if (isRefusal(reading)) return reading;
    const reminders = await listReminders(reading, reading.delays);
    const found = reminders.find((one) => one.landlord.id === landlord);
    const reminder = found ? { status: found.status, lastDay: found.lastDay } : null;
    // The last day of a list was set when the list was established: later delays do not move it.
    return sendThrough(this.lists, { subject: landlord, reminder, from: ALWAYS, delays }, command);
  }

  /**
   * The day of the command and the delays in force, once the projection shows the head of the history.
   * @throws CodedError `import-incomplete`: the rest of the import may bring the survey or the list
   */
  private async delaysAt({ at, signal }: SystemCommand): Promise<DatedDelays & { readonly today: Day }> {
    const { eventStore } = this.installation;
    await reachHead(this.installation, fragilityProjection, { signal });
    if (await incompleteImport(eventStore, (await eventStore.head())?.position ?? null))
      throw new CodedError('import-incomplete', 'an import is not complete');
    const convention = await this.convention.latest();
    const today = dayAt(at, timeZoneOf(convention));
    return { today, ...delaysInForce(today, convention) };
  }
}
