import type { ProblemKind } from './installation-problems';

const SCOPES: Readonly<Record<string, string>> = {
  epci: 'Ce territoire n’a pas',
  commune: 'Aucune commune n’a',
  secteur: 'Aucun secteur n’a',
  bailleur: 'Aucun bailleur n’a',
  reservataire: 'Aucun réservataire ni contingent n’a',
  residence: 'Aucune résidence n’a',
  qpv: 'Aucun quartier prioritaire n’a',
  contingent: 'Aucun contingent n’a',
  operation: 'Aucune opération n’a',
};

/** What is refused of figures over periods, and of objectives. */
export const FIGURE_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  'too-many-points': {
    status: 400,
    title: 'Trop de points',
    detail: ({ points, most }) =>
      points === undefined
        ? 'La série aurait trop de points. Réduisez la période, ou comptez par année.'
        : `La série aurait ${Number(points)} points, et n’en montre que ${Number(most)} au plus. Réduisez la période, ou comptez par année.`,
  },
  'unknown-objective': {
    status: 404,
    title: 'Objectif inconnu',
    detail: ({ code }) =>
      code === undefined
        ? 'Aucun objectif de la convention n’a ce code.'
        : `Aucun objectif de la convention ni de ses avenants n’a pour code « ${String(code)} ».`,
  },
  'unknown-group': {
    status: 404,
    title: 'Entité inconnue',
    detail: ({ scope, id }) =>
      id === undefined || id === null
        ? 'Aucune entité de ce périmètre n’a cet identifiant.'
        : `${SCOPES[String(scope)] ?? 'Aucune entité n’a'} pour identifiant « ${String(id)} ».`,
  },
};
