import { EVERYTHING } from '#access';
import { reachHead, type Installation } from '#installation';
import type { Uuid } from '#kernel';
import type { Projection, ProjectionRun } from '#processing';
import { eachDocument, type FindQuery, type ModelDefinition, type ReadModel, type StoredDocument } from '#read-store';
import { VACANCY_STREAMS, type CandidateFacts, type VacancyEvent } from '../events';
import { BASES_WITHOUT_COMMISSION } from '../words';

/** Where papers find the vacancies of a sitting without a scan of the history. */
export interface SittingIndex {
  /** The vacancies of which a candidate waits for a commission. */
  waiting(): Promise<readonly WaitingVacancy[]>;
  /** The vacancies that the sitting decided. */
  examinedIn(sitting: Uuid): Promise<readonly Uuid[]>;
}

export interface WaitingVacancy {
  readonly vacancy: Uuid;
  readonly residence: string;
}

/** One document for each vacancy. */
interface VacancyDocument {
  readonly residence: string;
  /** The designated candidates, who wait for a commission. */
  readonly designated: readonly Uuid[];
  /** 1 where somebody waits. */
  readonly waits: 0 | 1;
  /** The sittings of its commissions, as they were corrected. */
  readonly sittings: readonly Uuid[];
  /** Sittings that a correction took away again. */
  readonly dropped: readonly Uuid[];
  /** Of the last commission; null where it had none, or was not held. */
  readonly last: Uuid | null;
}

/** One document for each sitting and vacancy, `<sitting>|<vacancy>`. A correction may name another sitting. */
interface ExaminedDocument {
  readonly vacancy: Uuid;
  readonly examined: boolean;
}

export const SITTINGS_MODEL: ModelDefinition = {
  name: 'sittings',
  version: 1,
  collections: [
    { name: 'vacancies', columns: { waits: 'integer' }, indexes: [['waits']] },
    { name: 'examined', columns: {}, indexes: [] },
  ],
};

const TYPES: readonly VacancyEvent['type'][] = [
  'VacancyDeclared',
  'CandidateDesignated',
  'CandidateWithdrawn',
  'CommissionHeld',
  'CommissionCorrected',
  'VacancyLet',
  'VacancyClosed',
];
type Commission = Extract<VacancyEvent, { readonly type: `Commission${string}` }>;

export const sittingsProjection: Projection = {
  model: SITTINGS_MODEL,
  types: TYPES,
  clearOnly: true,
  start: () => RUN,
};

/**
 * Keeps nothing in memory. After a crash a document may be ahead of the event: it then holds already what the event
 * changes, and the documents of its sittings are made from it again.
 */
const RUN: ProjectionRun = {
  async apply(recorded, batch): Promise<void> {
    const event: VacancyEvent = VACANCY_STREAMS.read(recorded);
    const { position, stream } = recorded;
    const id = VACANCY_STREAMS.idOf(stream) as Uuid;
    const known = await batch.get<VacancyDocument>('vacancies', id);
    const isAhead = known !== null && known.position >= position;
    const body = isAhead ? known.body : documentAfter(known?.body, event);
    if (!body) return;
    if (!isAhead) batch.put({ collection: 'vacancies', id, position, body: { ...body } });
    if (!isCommission(event)) return;
    const examined = (sitting: Uuid, is: boolean): void =>
      batch.put({ collection: 'examined', id: `${sitting}|${id}`, position, body: { vacancy: id, examined: is } });
    for (const sitting of body.dropped) examined(sitting, false);
    for (const sitting of body.sittings) examined(sitting, true);
  },
};

/** Undefined where the vacancy was never declared. */
function documentAfter(before: VacancyDocument | undefined, event: VacancyEvent): VacancyDocument | undefined {
  if (event.type === 'VacancyDeclared')
    return { residence: event.data.residence, designated: [], waits: 0, sittings: [], dropped: [], last: null };
  if (!before) return undefined;
  const designated = designatedAfter(before.designated, event);
  const after = { ...before, designated, waits: designated.length > 0 ? (1 as const) : (0 as const) };
  return isCommission(event) ? { ...after, ...sittingsAfter(before, event) } : after;
}

function sittingsAfter(
  { sittings, dropped, last }: VacancyDocument,
  { type, data: { sitting } }: Commission,
): Pick<VacancyDocument, 'sittings' | 'dropped' | 'last'> {
  const replaced = type === 'CommissionCorrected' && last !== sitting ? last : null;
  const without = (all: readonly Uuid[], one: Uuid | null): readonly Uuid[] => all.filter((each) => each !== one);
  const added = sitting === null ? [] : [sitting];
  return {
    sittings: [...without(without(sittings, replaced), sitting), ...added],
    dropped: [...without(dropped, sitting), ...(replaced === null ? [] : [replaced])],
    last: sitting,
  };
}

function isCommission(event: VacancyEvent): event is Commission {
  return event.type === 'CommissionHeld' || event.type === 'CommissionCorrected';
}

function designatedAfter(before: readonly Uuid[], event: VacancyEvent): readonly Uuid[] {
  switch (event.type) {
    case 'CandidateDesignated':
      return isDecidedAtOnce(event.data) ? before : [...before, event.data.candidate];
    case 'CandidateWithdrawn':
      return before.filter((one) => one !== event.data.candidate);
    case 'VacancyLet':
    case 'VacancyClosed':
      return [];
    case 'CommissionHeld':
    case 'CommissionCorrected': {
      const decided = new Set(event.data.decisions.map(({ candidate }) => candidate));
      return before.filter((one) => !decided.has(one));
    }
    default:
      return before;
  }
}

function isDecidedAtOnce({ basis }: CandidateFacts): boolean {
  return BASES_WITHOUT_COMMISSION.includes(basis);
}

const PAGE = 500;

/** The index as the read model holds it, once it shows the head of the history. */
export class RecordedSittings implements SittingIndex {
  constructor(private readonly installation: Installation) {}

  async waiting(): Promise<readonly WaitingVacancy[]> {
    const model = await this.model();
    const query = { collection: 'vacancies', scope: EVERYTHING, where: { waits: 1 }, limit: PAGE };
    const found = await documentsOf<VacancyDocument>(model, query);
    return found.map(({ id, body: { residence } }) => ({ vacancy: id as Uuid, residence }));
  }

  async examinedIn(sitting: Uuid): Promise<readonly Uuid[]> {
    const model = await this.model();
    const query = { collection: 'examined', scope: EVERYTHING, idPrefix: `${sitting}|`, limit: PAGE };
    const found = await documentsOf<ExaminedDocument>(model, query);
    return found.flatMap(({ body: { vacancy, examined } }) => (examined ? [vacancy] : []));
  }

  private async model(): Promise<ReadModel> {
    const { installation } = this;
    await reachHead(installation, sittingsProjection);
    return installation.readStore.active(SITTINGS_MODEL);
  }
}

async function documentsOf<Body>(model: ReadModel, query: FindQuery): Promise<readonly StoredDocument<Body>[]> {
  const found: StoredDocument<Body>[] = [];
  await eachDocument<Body>(model, query, (document) => found.push(document) > 0);
  return found;
}
