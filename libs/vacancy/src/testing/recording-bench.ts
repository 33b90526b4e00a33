import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { LiveLeases } from '#allocation';
import type { PipelineStores, Sending } from '#deciding';
import { readWholeStream, type EventStore, type RecordedEvent } from '#event-store';
import { day, newUuid, type Clock, type Refusal, type Uuid } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { aCommune, aHolder, aLandlord, aResidence, TerritoryHistory, TestClock } from '#territory/testing';
import type { DecidedCandidate } from '../events';
import { UNKNOWN_HOUSEHOLD, type Signing } from '../recording/household-affairs';
import { HouseholdClaims } from '../recording/household-claims';
import type { ProcessReference } from '../recording/process-reference';
import { RecordedCircumstances } from '../recording/recorded-circumstances';
import type { CandidateAct, DwellingReference, VacancyAct } from '../recording/vacancy-command';
import { VacancyRecorder, type VacancyReceipt } from '../recording/vacancy-recorder';
import type { ProposedHousehold } from '../sealed-candidate';
import type { Basis } from '../words';
import { done, GIVEN, aProposedHousehold } from './recording-givens';

export const TODAY = day('2026-03-02');

export type OpenStore = (clock: Clock) => Promise<{ store: EventStore; close(): Promise<void> }>;

/** Vacancies recorded on one store, with one vault: what the suites of the recording share. */
export class RecordingBench {
  readonly clock = new TestClock();
  store!: EventStore;
  vault!: Vault;
  recorder!: VacancyRecorder;
  private readonly folder = mkdtempSync(join(tmpdir(), 'mixite-vacancies-'));
  private close: () => Promise<void> = async () => undefined;
  // Each test has dwellings and households of its own, since the vault is shared.
  private made = 0;

  constructor(private readonly openStore: OpenStore) {}

  async openVault(): Promise<void> {
    this.vault = await openSqliteVault({ folder: this.folder });
  }

  async closeVault(): Promise<void> {
    await this.vault.close();
    rmSync(this.folder, { recursive: true });
  }

  async open(): Promise<void> {
    this.clock.set(`${TODAY}T09:00:00Z`);
    const opened = await this.openStore(this.clock);
    this.store = opened.store;
    this.close = () => opened.close();
    const history = new TerritoryHistory(this.store, this.clock);
    await history.declare('Commune', aCommune('C1'));
    await history.declare('Landlord', aLandlord('L1'));
    await history.declare('Residence', aResidence('R1'));
    await history.declare('ReservationHolder', aHolder('VILLE', { contingent: 'commune', commune: 'C1' }));
    await history.declare('ReservationHolder', aHolder('ETAT'));
    this.recorder = this.recorderOn(this.store);
  }

  closeStore(): Promise<void> {
    return this.close();
  }

  storesOn(store: EventStore): PipelineStores {
    return { store, clock: this.clock, vault: async () => this.vault };
  }

  /** A recorder as another process would have it. Of a household it knows the claims alone. */
  recorderOn(store: EventStore): VacancyRecorder {
    const stores = this.storesOn(store);
    const claims = new HouseholdClaims(stores, new LiveLeases(stores));
    const households = {
      of: async (household: Uuid, _reference: ProcessReference, signing?: Signing) => ({
        ...UNKNOWN_HOUSEHOLD,
        isHoused: !signing && (await claims.isClaimed(household)),
      }),
    };
    return new VacancyRecorder(stores, new RecordedCircumstances(stores, households));
  }

  readonly sending = (requestKey?: string): Sending => ({ actor: INSTALLATION_ADMINISTRATOR, requestKey });
  readonly aDwelling = (): DwellingReference => ({ residence: 'R1', reference: `PORTE-${(this.made += 1)}` });
  readonly aHousehold = (): ProposedHousehold => aProposedHousehold(`078${String((this.made += 1)).padStart(15, '0')}`);

  readonly declare = (
    dwelling = this.aDwelling(),
    key = this.sending(),
    on = this.recorder,
  ): Promise<VacancyReceipt | Refusal> => on.declare({ given: GIVEN, dwelling }, key);
  readonly declared = async (dwelling?: DwellingReference): Promise<Uuid> => done(await this.declare(dwelling)).vacancy;
  readonly act = (
    vacancy: Uuid,
    given: VacancyAct | CandidateAct,
    key = this.sending(),
  ): Promise<VacancyReceipt | Refusal> => this.recorder.send({ vacancy, act: given }, key);
  readonly acted = async (vacancy: Uuid, given: VacancyAct | CandidateAct): Promise<VacancyReceipt> =>
    done(await this.act(vacancy, given));
  readonly orientation: VacancyAct = {
    verb: 'orientation',
    given: { holder: 'VILLE', lastDay: null, forOneTurn: false, outsideFlow: null, delegatedTo: null, ground: null },
  };
  readonly designation = (household = this.aHousehold(), basis: Basis = 'reservation'): VacancyAct => ({
    verb: 'candidates',
    given: { basis, holder: basis === 'reservation' ? null : 'ETAT' },
    newId: newUuid(),
    household,
  });
  readonly commission = (candidates: readonly Uuid[]): VacancyAct => ({
    verb: 'commission',
    given: {
      on: TODAY,
      sitting: null,
      present: 6,
      form: 'presentielle',
      exception: null,
      attested: null,
      decisions: candidates.map((candidate, index): DecidedCandidate => ({
        candidate,
        decision: 'attribution_rang',
        rank: index + 1,
        motive: null,
        document: null,
        documentDue: null,
        votes: null,
      })),
    },
  });
  readonly eventsOf = (vacancy: Uuid): Promise<readonly RecordedEvent[]> =>
    readWholeStream(this.store, `vacancy-${vacancy}`);
  readonly typesOf = async (vacancy: Uuid): Promise<readonly string[]> =>
    (await this.eventsOf(vacancy)).map(({ type }) => type);
  readonly designatedThree = async (vacancy: Uuid, first = this.aHousehold()): Promise<readonly Uuid[]> => {
    await this.acted(vacancy, this.orientation);
    const candidates: Uuid[] = [];
    for (const household of [first, this.aHousehold(), this.aHousehold()])
      candidates.push((await this.acted(vacancy, this.designation(household))).candidate!);
    return candidates;
  };
  /** A vacancy whose first rank, that household, has accepted. */
  readonly accepted = async (household = this.aHousehold(), dwelling = this.aDwelling()): Promise<Uuid> => {
    const vacancy = await this.declared(dwelling);
    const candidates = await this.designatedThree(vacancy, household);
    await this.acted(vacancy, this.commission(candidates));
    const candidate = candidates[0]!;
    await this.acted(vacancy, { verb: 'offer', candidate, given: { notifiedOn: TODAY, delay: 10 } });
    await this.acted(vacancy, { verb: 'acceptance', candidate, given: { on: TODAY } });
    return vacancy;
  };
}
