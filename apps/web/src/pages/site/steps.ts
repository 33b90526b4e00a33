/** What is recorded, as far as the first steps need it. */
export interface Recorded {
  readonly residences: number;
  readonly hasConvention: boolean;
  readonly noted: number;
  readonly leases: number;
  readonly unknownQuartiles: number;
  /** Undefined: who asks does not manage people. */
  readonly users: number | undefined;
}

export interface Step {
  readonly name: string;
  readonly isDone: boolean;
  readonly how: string;
}

/** The order in which an installation is set up. */
export function stepsOf({
  residences,
  hasConvention,
  noted,
  leases,
  unknownQuartiles,
  users,
}: Recorded): readonly Step[] {
  const steps = [
    {
      name: 'Territoire',
      isDone: residences > 0,
      how: 'communes.csv, bailleurs.csv, reservataires.csv, residences.csv ; qpv.csv s’il y en a.',
    },
    { name: 'Convention', isDone: hasConvention, how: 'convention.json : les objectifs, leurs cibles et leurs dates.' },
    {
      name: 'Seuils',
      isDone: leases > 0 && unknownQuartiles < leases,
      how: 'seuils.csv : les bornes des quartiles de chaque année. Sans elles, le quartile des baux reste inconnu.',
    },
    { name: 'Notes', isDone: noted > 0, how: 'notes.csv : la fragilité des résidences, si la convention en parle.' },
    { name: 'Attributions', isDone: leases > 0, how: 'attributions.csv : les baux signés.' },
  ];
  if (users === undefined) return steps;
  return [...steps, { name: 'Utilisateurs', isDone: users > 0, how: 'Invitez les personnes dans « Utilisateurs ».' }];
}
