import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import type { PipelineStores } from '#deciding';
import { NO_UPCASTERS } from '#event-store';
import { openInstallation, type Installation } from '#installation';
import { day, isRefusal, type Refusal } from '#kernel';
import { aCommune, aDistrict, aLandlord, aResidence, TestClock } from '#territory/testing';
import { fragilityProjection } from '../projections/fragility-projection';
import { FragilityReference } from '../recording/fragility-reference';
import { ListRecorder } from '../recording/list-recorder';
import { NoteRecorder } from '../recording/note-recorder';
import type { FragilityQuery, FragilitySources } from '../report/reading';
import { FragilityReports, type FragilityReport } from '../report/report';
import { FragilityHistory } from './history';

/** A history in an installation of its own, whose clock begins on 1 January 2024, and the reports that are made of it. */
export class FragilitySetting {
  private constructor(
    readonly history: FragilityHistory,
    readonly installation: Installation,
    readonly destroy: () => Promise<void>,
  ) {}

  static async open(): Promise<FragilitySetting> {
    const clock = new TestClock();
    const folder = mkdtempSync(join(tmpdir(), 'mixite-fragility-'));
    const projections = [fragilityProjection];
    const installation = await openInstallation({
      place: { folder },
      mode: 'writer',
      upcasters: NO_UPCASTERS,
      projections,
      clock,
    });
    // Keys come before the first event.
    await installation.vault();
    return new FragilitySetting(new FragilityHistory(installation.eventStore, clock), installation, async () => {
      await installation.close();
      rmSync(folder, { recursive: true });
    });
  }

  get sources(): FragilitySources {
    const { eventStore: events, readStore, clock } = this.installation;
    return { events, readStore, clock };
  }

  noteRecorder(installation: Installation = this.installation): NoteRecorder {
    return recordersOn(installation.pipelineStores).notes;
  }

  listRecorder(): ListRecorder {
    return recordersOn(this.installation.pipelineStores).lists;
  }

  /** R1 of L1 in C1, in the QPV Q1; R2 of L2 in C2, outside; both of 40 dwellings. */
  async territory(): Promise<void> {
    const { history } = this;
    for (const code of ['C1', 'C2']) await history.declare('Commune', aCommune(code));
    for (const code of ['L1', 'L2']) await history.declare('Landlord', aLandlord(code));
    await history.declare('PriorityDistrict', aDistrict('Q1', '2015-01-01'));
    await history.declare('Residence', aResidence('R1', { districts: ['Q1'] }));
    await history.declare('Residence', aResidence('R2', { commune: 'C2', landlord: 'L2' }));
  }

  /** The sources of reports, once the projection shows all that is recorded. */
  async caughtUp(): Promise<FragilitySources> {
    await this.installation.engine.catchUpAll();
    return this.sources;
  }

  async report(on: string, query: FragilityQuery = {}, actor?: Actor): Promise<FragilityReport> {
    return granted(await this.asked({ ...query, on: day(on) }, actor));
  }

  async asked(query: FragilityQuery, actor: Actor = INSTALLATION_ADMINISTRATOR): Promise<FragilityReport | Refusal> {
    return new FragilityReports(await this.caughtUp()).report(query, actor);
  }
}

/** Recorders that share what they are decided on, as those of one process do. */
export function recordersOn(stores: PipelineStores): { readonly notes: NoteRecorder; readonly lists: ListRecorder } {
  const reference = new FragilityReference(stores.store);
  return { notes: new NoteRecorder(stores, reference), lists: new ListRecorder(stores, reference) };
}

/** The result. @throws with the code of a refusal */
export function granted<Result>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw new Error(result.code);
  return result;
}
