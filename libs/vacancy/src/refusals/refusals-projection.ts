import { covers, EVERYTHING, type Scope } from '#access';
import type { Position, RecordedEvent } from '#event-store';
import type { Day, Uuid } from '#kernel';
import type { Batch, Projection, ProjectionRun } from '#processing';
import { eachDocument, type ModelDefinition, type ReadModel, type Where } from '#read-store';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { PLACE_TYPES, Places } from '../projections/places';
import { candidacyAfter, dayOf, stepsOf, type CandidacyStep, type StepOfCandidate } from './candidacy';
import type { PlacedCandidacy } from './refusal-counts';

interface StepEntry {
  readonly from: Position;
  readonly step: CandidacyStep;
}

/** The steps of one candidate, oldest first, and its places. Id: the candidate's. */
export interface CandidacyDocument {
  readonly vacancy: Uuid;
  /** Where the scopes of readers look: the landlord is that of the declaration, the holder the last one, the commune that of today. */
  readonly residence: string;
  readonly landlord: string;
  readonly holder: string;
  readonly commune: string;
  /** The first and the last day on which it may have reached a stage, whatever was corrected since. */
  readonly first: Day;
  readonly last: Day;
  readonly entries: readonly StepEntry[];
}

interface VacancyPlaces {
  readonly residence: string;
  readonly landlord: string;
}

/** Candidates as the report of refusals counts them. Of a household it holds composition and quartile, which events have in clear. */
export const REFUSALS_MODEL: ModelDefinition = {
  name: 'refusals',
  version: 1,
  collections: [
    { name: 'places', columns: {}, indexes: [] },
    { name: 'vacancies', columns: {}, indexes: [] },
    {
      name: 'candidacies',
      columns: { residence: 'text', landlord: 'text', holder: 'text', commune: 'text', first: 'text', last: 'text' },
      indexes: [['first'], ['residence', 'first']],
      scopes: { landlord: 'landlord', holder: 'holder', commune: 'commune' },
    },
  ],
};

const PAGE = 500;

export const refusalsProjection: Projection = {
  model: REFUSALS_MODEL,
  types: [...PLACE_TYPES, ...VACANCY_STREAMS.types],
  clearOnly: true,
  start: (model) => new RefusalsRun(model),
};

/** After a crash a document may hold steps of events that are applied again: they are left out, and written again. */
class RefusalsRun implements ProjectionRun {
  private readonly places = new Places();

  constructor(private readonly model: ReadModel) {}

  async apply(event: RecordedEvent, batch: Batch): Promise<void> {
    if (!VACANCY_STREAMS.has(event.type)) return this.ofPlace(event, batch);
    const known: VacancyEvent = VACANCY_STREAMS.read(event);
    const vacancy = VACANCY_STREAMS.idOf(event.stream) as Uuid;
    const { position } = event;
    if (known.type === 'VacancyDeclared') {
      const { residence, landlord } = known.data;
      batch.put<VacancyPlaces>({ collection: 'vacancies', id: vacancy, position, body: { residence, landlord } });
    }
    for (const one of stepsOf(known)) await this.keep(vacancy, one, position, batch);
  }

  private async keep(
    vacancy: Uuid,
    { candidate, step }: StepOfCandidate,
    position: Position,
    batch: Batch,
  ): Promise<void> {
    const known = (await batch.get<CandidacyDocument>('candidacies', candidate))?.body;
    const before = known?.entries.filter(({ from }) => from < position) ?? [];
    const entries = [...before, { from: position, step }];
    const body = known
      ? documentOf(known, entries)
      : step.kind === 'putForward' && (await this.newDocument(vacancy, step, position, batch));
    if (body) batch.put<CandidacyDocument>({ collection: 'candidacies', id: candidate, position, body });
  }

  private async newDocument(
    vacancy: Uuid,
    step: Extract<CandidacyStep, { readonly kind: 'putForward' }>,
    position: Position,
    batch: Batch,
  ): Promise<CandidacyDocument> {
    const { residence, landlord } = (await batch.get<VacancyPlaces>('vacancies', vacancy))!.body;
    const { facts } = await this.places.residenceAt(residence, position, batch);
    const { holder, on } = step;
    const places = { residence, landlord, holder, commune: facts.commune };
    return { vacancy, ...places, first: on, last: on, entries: [{ from: position, step }] };
  }

  /** A residence that is corrected to another commune is seen by that one. */
  private async ofPlace(event: RecordedEvent, batch: Batch): Promise<void> {
    const { kind, code, matters } = await this.places.change(event, batch);
    if (kind !== 'residence' || !matters) return;
    const { position } = event;
    const { facts } = await this.places.residenceAt(code, position, batch);
    const ids: string[] = [];
    await batch.flush();
    const query = { collection: 'candidacies', scope: EVERYTHING, where: { residence: code }, limit: PAGE };
    await eachDocument<CandidacyDocument>(this.model, query, ({ id }) => ids.push(id) > 0);
    for (const id of ids) {
      const known = await batch.get<CandidacyDocument>('candidacies', id);
      if (!known || known.position > position) continue;
      const body = { ...known.body, commune: facts.commune };
      batch.put<CandidacyDocument>({ collection: 'candidacies', id, position, body });
    }
  }
}

function documentOf(known: CandidacyDocument, entries: readonly StepEntry[]): CandidacyDocument {
  const days = entries.flatMap(({ step }) => dayOf(step) ?? []).sort();
  const holders = entries.flatMap(({ step }) => (step.kind === 'putForward' ? [step.holder] : []));
  return {
    ...known,
    holder: holders.at(-1) ?? known.holder,
    first: days[0] ?? known.first,
    last: days.at(-1) ?? known.last,
    entries,
  };
}

/** What the report counts, where it is less than all that the actor may see. */
export interface RefusalsFilter {
  readonly residence?: string | undefined;
  readonly landlord?: string | undefined;
  readonly holder?: string | undefined;
  readonly commune?: string | undefined;
}

/** The candidacies as they stood at the position, of those that may have reached a stage in the period. */
export async function candidaciesAt(
  model: ReadModel,
  { from, to, filter = {} }: { readonly from: Day; readonly to: Day; readonly filter?: RefusalsFilter },
  { scope, reading }: { readonly scope: Scope; readonly reading: Position },
): Promise<readonly PlacedCandidacy[]> {
  const found: PlacedCandidacy[] = [];
  const { residence, landlord, commune } = filter;
  const wanted = Object.fromEntries(
    Object.entries({ residence, landlord, commune }).filter(([, code]) => code !== undefined),
  ) as Where;
  const where: Where = { ...wanted, first: { lte: to }, last: { gte: from } };
  await eachDocument<CandidacyDocument>(model, { collection: 'candidacies', scope, where, limit: PAGE }, ({ body }) => {
    const steps = body.entries.flatMap(({ from: at, step }) => (at <= reading ? [step] : []));
    const candidacy = candidacyAfter(steps);
    // The document names the last holder: at the position it may have been another, which the scope must cover, too.
    const isSeen = candidacy && covers(scope, { ...body, holder: candidacy.holder });
    const isAsked = filter.holder === undefined || filter.holder === candidacy?.holder;
    if (isSeen && isAsked) found.push({ ...candidacy, residence: body.residence });
    return true;
  });
  return found;
}
