import type { Day } from '#kernel';
import type { DwellingType, Financing } from '#territory';
import type { DeclaredFacts, OrientedFacts, OutsideFlow, VacancyEvent } from '#vacancy';

/** A dwelling with one holder, from its orientation until it is handed back, taken back, or let. */
export interface HeldDwelling {
  readonly holder: string;
  /** The day of the orientation. A longer delay leaves it as it is. */
  readonly on: Day;
  readonly forOneTurn: boolean;
  readonly outsideFlow: OutsideFlow | null;
  readonly delegatedTo: string | null;
  /** How many times the holder was given a new delay. */
  readonly renewals: number;
  /** Null while nobody gave the dwelling back or took it back. */
  readonly ended: 'returned' | 'takenBack' | null;
}

/** The dwelling of one vacancy, as the flow counts it. The facts are those of its declaration. */
export interface FlowDwelling {
  readonly landlord: string;
  readonly residence: string;
  readonly inQpv: boolean;
  readonly dwellingType: DwellingType | null;
  readonly financing: Financing | null;
  readonly firstLetting: boolean;
  /** The holders that had it, in their order. */
  readonly held: readonly HeldDwelling[];
  /** The motive of its closing. */
  readonly closedFor: string | null;
}

/** Where the landlord takes a dwelling back, because the delay is over. */
const DELAY_OVER = 'delai_echu';

/** The dwelling after one more event of its vacancy; undefined before its declaration. */
export function evolveFlowDwelling(state: FlowDwelling | undefined, event: VacancyEvent): FlowDwelling | undefined {
  if (event.type === 'VacancyDeclared') return declaredDwelling(event.data);
  if (!state) return undefined;
  switch (event.type) {
    case 'VacancyOriented':
    case 'VacancyReoriented':
      return { ...state, held: afterOrientation(state.held, event.data) };
    case 'VacancyReturned':
      return { ...state, held: afterEnd(state.held, event.data.motive === DELAY_OVER ? 'takenBack' : 'returned') };
    case 'VacancyClosed':
      return { ...state, closedFor: event.data.motive };
    default:
      return state;
  }
}

/** The events that `evolveFlowDwelling` reads. */
export const FLOW_DWELLING_TYPES: readonly VacancyEvent['type'][] = [
  'VacancyDeclared',
  'VacancyOriented',
  'VacancyReoriented',
  'VacancyReturned',
  'VacancyClosed',
];

function declaredDwelling(facts: DeclaredFacts): FlowDwelling {
  const { landlord, residence, districts, dwellingType, financing, firstLetting } = facts;
  const inQpv = districts.length > 0;
  return { landlord, residence, inQpv, dwellingType, financing, firstLetting, held: [], closedFor: null };
}

/** An orientation in error was none: it is replaced. One to another holder takes the dwelling back from the first. */
function afterOrientation(held: readonly HeldDwelling[], facts: OrientedFacts): readonly HeldDwelling[] {
  const { holder, on, forOneTurn, outsideFlow, delegatedTo, ground } = facts;
  const last = held.at(-1);
  const next: HeldDwelling = { holder, on, forOneTurn, outsideFlow, delegatedTo, renewals: 0, ended: null };
  if (!last || last.ended !== null) return [...held, next];
  const before = held.slice(0, -1);
  if (last.holder === holder) {
    const renewals = last.renewals + (ground === 'nouveau_delai' ? 1 : 0);
    return [...before, { ...next, on: last.on, renewals }];
  }
  return ground === 'erreur' ? [...before, next] : [...before, { ...last, ended: 'takenBack' }, next];
}

function afterEnd(held: readonly HeldDwelling[], ended: NonNullable<HeldDwelling['ended']>): readonly HeldDwelling[] {
  const last = held.at(-1);
  return last ? [...held.slice(0, -1), { ...last, ended }] : held;
}
