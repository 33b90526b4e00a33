import { VOTERS } from '#convention';
import { day, type Day } from '#kernel';
import type { ReservationHolderFacts } from '#territory';
import type { Circumstances, HouseholdNow, Party, ResidenceNow } from '../circumstances';
import { DEFAULT_MOTIVES } from '../motives';

/* The setting of every story: the residence « Les Cèdres » of one landlord in Trappes, and the holders of its dwellings. */

export const LANDLORD = 'B01';
export const COMMUNE = '78621';

/** One holder of each contingent, by the name that the stories give it. */
export const HOLDERS = {
  town: 'R-TRAPPES',
  epci: 'R-SQY',
  state: 'R-PREF',
  agents: 'R-AGENTS',
  action: 'R-AL',
  own: 'R-B01',
} as const;

const KNOWN_HOLDERS: readonly ReservationHolderFacts[] = [
  { code: HOLDERS.town, name: 'Ville de Trappes', contingent: 'commune', commune: COMMUNE },
  { code: HOLDERS.epci, name: 'SQY', contingent: 'epci', commune: null },
  { code: HOLDERS.state, name: 'Préfecture', contingent: 'etat', commune: null },
  { code: HOLDERS.agents, name: 'Agents de l’État', contingent: 'etat_fonctionnaires', commune: null },
  { code: HOLDERS.action, name: 'Action Logement', contingent: 'action_logement', commune: null },
  { code: HOLDERS.own, name: 'Bailleur', contingent: 'bailleur', commune: null },
];

export const PARTIES = {
  landlord: { kind: 'landlord', codes: [LANDLORD] },
  /** A landlord that had the residence before. */
  formerLandlord: { kind: 'landlord', codes: ['B99'] },
  town: { kind: 'commune', codes: [COMMUNE] },
  townHolder: { kind: 'holder', codes: [HOLDERS.town] },
  action: { kind: 'holder', codes: [HOLDERS.action] },
  stateHolder: { kind: 'holder', codes: [HOLDERS.state] },
  epci: { kind: 'epci' },
  state: { kind: 'state' },
  administrator: { kind: 'administrator' },
  system: { kind: 'system' },
} as const satisfies Readonly<Record<string, Party>>;

/** Weekends count; the only holidays of the stories are Easter Monday and 1 May of 2026. */
const HOLIDAYS: readonly string[] = ['2026-04-06', '2026-05-01'];

export const TODAY = day('2026-05-04');

/** What a story says otherwise of its circumstances. */
export type Otherwise = Partial<Omit<Circumstances, 'today' | 'residence' | 'household'>> & {
  readonly today?: string;
  readonly residence?: Partial<ResidenceNow>;
  readonly household?: Partial<HouseholdNow>;
};

/** An ordinary day: the landlord acts, nothing stands in its way, no QPV commission is on. */
export function circumstances({ today, residence, household, ...others }: Otherwise = {}): Circumstances {
  return {
    today: (today as Day | undefined) ?? TODAY,
    party: PARTIES.landlord,
    motives: DEFAULT_MOTIVES,
    calendar: { isHoliday: (one) => HOLIDAYS.includes(one) },
    holderDelay: 30,
    quorum: null,
    voters: VOTERS,
    residence: {
      landlord: LANDLORD,
      otherLandlords: ['B99'],
      commune: COMMUNE,
      isInDistrict: false,
      hasQpvCommission: false,
      ...residence,
    },
    holderOf: (code) => KNOWN_HOLDERS.find((one) => one.code === code),
    isCommune: (code) => code === COMMUNE || code === '78297',
    isListedOn: () => false,
    dwellingIsOpen: false,
    stockHolder: null,
    substitutionIsOpen: false,
    household: { isHoused: false, hasEnded: false, wasRefusedToPrefect: false, ...household },
    numberIsTaken: false,
    ...others,
  };
}
