import type { Role } from '#access';
import type { ListedView, PeriodWord, ViewedList } from './view';

interface DefaultView {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly period: PeriodWord | null;
}

/** What each role looks at most. Its scope already limits the list, so no code is named. */
const DEFAULT_VIEWS: Readonly<Partial<Record<Role, readonly DefaultView[]>>> = {
  agent_epci: [
    { id: 'unknown-quartile', name: 'Quartile inconnu', query: 'quartile=inconnu', period: null },
    { id: 'leases-of-the-week', name: 'Baux de la semaine', query: 'sort=-date_bail', period: 'semaine' },
  ],
  bailleur: [
    {
      id: 'stock-outside-qpv',
      name: 'Mon parc hors QPV, semestre en cours',
      query: 'en_qpv=N',
      period: 'semestre_en_cours',
    },
  ],
  commune: [
    {
      id: 'commune-by-residence',
      name: 'Ma commune, par résidence',
      query: 'sort=code_residence%2C-date_bail',
      period: null,
    },
  ],
  reservataire: [
    {
      id: 'home-work',
      name: 'Domicile-travail de mon contingent',
      query: 'domicile_travail=O',
      period: null,
    },
  ],
  auditeur: [{ id: 'corrected-or-cancelled', name: 'Corrigées ou annulées', query: 'corrigee=O', period: null }],
  etat: [
    {
      id: 'state-without-priority',
      name: 'Contingent État : non prioritaires',
      query: 'contingent=etat&prioritaire=N',
      period: null,
    },
  ],
};

/** The views of a role, which nobody made and nobody changes. */
export function defaultViewsOf(role: Role, list: ViewedList): readonly ListedView[] {
  const views = DEFAULT_VIEWS[role] ?? [];
  return views.map((view) => ({ ...view, list, columns: [], shared: false, origin: 'default', savedAt: null }));
}
