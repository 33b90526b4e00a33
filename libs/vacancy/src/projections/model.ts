import type { Versioned } from '#compliance';
import type { Position } from '#event-store';
import type { FragilityNote } from '#fragility';
import type { Day, Instant, JsonObject, Uuid } from '#kernel';
import type { ModelDefinition } from '#read-store';
import type { Contingent, DwellingType, Financing } from '#territory';
import type { DecidedCandidate } from '../events';
import type { Duty } from '../duties/duty';
import type { QpvCommissionFacts } from '../qpv-commissions/qpv-commission';
import type { TaskKind, TaskSaid } from '../tasks/task';
import type { Basis, CandidateStatus, VacancyStatus } from '../words';

/** Who must do a task. `holder`: whoever designates on the vacancy. `commission`: the QPV commission, so EPCI and commune. */
export type TaskParty = 'landlord' | 'holder' | 'commission' | 'state';

/** A task as it follows from the events; whether it is late depends on the day on which it is read. */
export interface PlannedTask {
  readonly task: string;
  readonly kind: TaskKind;
  readonly by: TaskParty;
  readonly candidate: Uuid | null;
  readonly household: Uuid | null;
  /** When it began to wait: the day of the fact, else the instant of its recording. */
  readonly since: Day | Instant;
  /** It is shown from this day on; null for at once. */
  readonly raisedOn: Day | null;
  readonly due: Day | null;
  readonly said: TaskSaid;
}

export interface ListedCandidate {
  readonly candidate: Uuid;
  readonly household: Uuid;
  readonly status: CandidateStatus;
  readonly basis: Basis;
  readonly holder: string;
}

/**
 * One version of a vacancy, from one event to the next, and within it the days for which it has one landlord. On a day,
 * it holds where since ≤ day < until. Id: `<vacancy>@<from>@<since>`.
 */
export interface VacancyRow extends Versioned {
  readonly vacancy: Uuid;
  readonly since: Day | '';
  readonly until: Day | typeof NO_END;
  readonly status: VacancyStatus;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly residence: string;
  readonly landlord: string;
  readonly commune: string;
  readonly districts: readonly string[];
  readonly note: FragilityNote | null;
  readonly holder: string | null;
  readonly contingent: Contingent | null;
  /** The commune that designates in the place of the holder: its own contingent, or what the EPCI delegates to it. */
  readonly designating: string | null;
  readonly forOneTurn: 0 | 1;
  /** `STATE` where the State designated a candidate, whatever the orientation. */
  readonly state: typeof STATE | null;
  readonly availableOn: Day;
  /** By when its next step is due; `NO_END` where it is not, so that what is not late is a range, too. */
  readonly due: Day | typeof NO_END;
  readonly dwellingType: DwellingType | null;
  readonly financing: Financing | null;
  readonly surface: number | null;
  readonly firstLetting: 0 | 1;
  /** 1 where a task may wait, on this day or later. */
  readonly waits: 0 | 1;
  readonly tasks: readonly PlannedTask[];
  /** What was said of tasks of the vacancy, by their ids, also once they are gone. */
  readonly said: Readonly<Record<string, TaskSaid>>;
  readonly candidates: readonly ListedCandidate[];
}

/** Stands for a day that never comes: sorts after every day. */
export const NO_END = '~';

/** Stands among the codes of holders of a scope of the State; no code of a file contains this sign. */
export const STATE = '|etat';

/** One event that changes how a vacancy is listed, and which rows follow from it. */
export interface StateEntry {
  readonly from: Position;
  /** Of the vacancy's own stream; null for an event of another stream. */
  readonly revision: number | null;
  readonly recordedAt: Instant;
  readonly on: Day | null;
  /** The stream of the event. */
  readonly stream: string;
  readonly type: string;
  readonly data: JsonObject;
  /** The first days of the rows that it wrote. */
  readonly rows: readonly VacancyRow['since'][];
}

/** All that changes how a vacancy is listed, oldest first. After a crash, entries of events that are applied again are left out. */
export interface StateDocument {
  readonly residence: string;
  readonly holder: string | null;
  readonly entries: readonly StateEntry[];
}

/** What one commission decided of one vacancy at a sitting. Id: `<sitting>@<vacancy>@<commission>`. */
export interface SittingDecisions {
  readonly sitting: Uuid;
  readonly vacancy: Uuid;
  readonly on: Day;
  /** False where a correction names another sitting. */
  readonly holds: 0 | 1;
  readonly decisions: readonly DecidedCandidate[];
}

/** A step of the QPV commission. Id: that of its event. */
export interface QpvStep {
  readonly from: Position;
  readonly kind: 'proposals' | 'endorsements' | 'deferrals';
  readonly on: Day;
  readonly motive: string | null;
  readonly commune: string;
  readonly districts: readonly string[];
}

export interface DutyDocument {
  readonly household: Uuid;
  readonly openedOn: Day;
  readonly duty: Duty;
  /** The residence of the first refusal. */
  readonly residence: string;
}

/** Which vacancy a candidate is of, by its household. Id: the candidate's. */
export interface Candidacy {
  readonly household: Uuid;
  readonly vacancy: Uuid;
}

/** The newest setting of a commune. Id: its code. */
export interface QpvCommissionDocument {
  readonly facts: QpvCommissionFacts;
  /** The days on which rules of procedure were adopted, in the order of their recording. */
  readonly adoptions: readonly Day[];
}

/** Vacancies as they are listed, and what stands beside them. No sealed value is in it. */
export const VACANCY_MODEL: ModelDefinition = {
  name: 'vacancies',
  version: 1,
  collections: [
    { name: 'places', columns: {}, indexes: [] },
    { name: 'states', columns: { residence: 'text', holder: 'text' }, indexes: [['residence'], ['holder']] },
    {
      name: 'vacancies',
      columns: {
        vacancy: 'text',
        from: 'text',
        to: 'text',
        since: 'text',
        until: 'text',
        status: 'text',
        residence: 'text',
        landlord: 'text',
        commune: 'text',
        holder: 'text',
        contingent: 'text',
        designating: 'text',
        state: 'text',
        availableOn: 'text',
        due: 'text',
        dwellingType: 'text',
        financing: 'text',
        note: 'integer',
        firstLetting: 'integer',
        waits: 'integer',
      },
      indexes: [['vacancy'], ['availableOn'], ['status', 'to'], ['waits', 'to']],
      scopes: { landlord: 'landlord', holder: ['holder', 'state'], commune: ['commune', 'designating'] },
    },
    { name: 'candidacies', columns: { household: 'text' }, indexes: [['household']] },
    { name: 'sittings', columns: { sitting: 'text', holds: 'integer' }, indexes: [['sitting']] },
    {
      name: 'qpvSteps',
      columns: { on: 'text', from: 'text', commune: 'text' },
      indexes: [['on']],
      scopes: { commune: 'commune' },
    },
    { name: 'qpvCommissions', columns: {}, indexes: [] },
    { name: 'duties', columns: { household: 'text', openedOn: 'text' }, indexes: [['openedOn']] },
  ],
};
