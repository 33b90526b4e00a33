import type { OutsideFlow } from '#vacancy';
import type { BuildingPeriod } from '../figures/building-periods';
import type { FlowCheckCode } from '../figures/checks';
import type { Breakdown } from '../figures/tally';

export const FLOW_TITLE = 'Gestion en flux : parts dues et données, bilan annuel par réservataire';

/** The codes of the breakdowns in files, and their names. */
export const BREAKDOWN_WORDS: Readonly<Record<Breakdown, { readonly code: string; readonly name: string }>> = {
  dwellingType: { code: 'typologie', name: 'Typologie' },
  financing: { code: 'financement', name: 'Financement' },
  district: { code: 'qpv', name: 'Quartier prioritaire (QPV)' },
  commune: { code: 'commune', name: 'Commune' },
  buildingPeriod: { code: 'periode_construction', name: 'Période de construction' },
};

export const DISTRICT_WORDS: Readonly<Record<string, string>> = { qpv: 'En QPV', hors_qpv: 'Hors QPV' };

export const PERIOD_WORDS: Readonly<Record<BuildingPeriod, string>> = {
  avant_1949: 'Avant 1949',
  '1949_1974': '1949 à 1974',
  '1975_1989': '1975 à 1989',
  '1990_1999': '1990 à 1999',
  '2000_2009': '2000 à 2009',
  depuis_2010: 'Depuis 2010',
};

export const OUTSIDE_WORDS: Readonly<Record<OutsideFlow, string>> = {
  mutation_interne: 'Mutations internes',
  relogement: 'Relogements',
  l521_3: 'Article L. 521-3',
  vente: 'Ventes',
};

export const CHECK_WORDS: Readonly<Record<FlowCheckCode, string>> = {
  STATE: 'État : au plus 30 % du flux',
  STATE_AGENTS: 'dont agents de l’État : au plus 5 %',
};

/** What a value that is not known is called. */
export const UNKNOWN = 'Inconnu';
