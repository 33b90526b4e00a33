/** A QPV of the demonstration. `lastDay` is empty where it still holds. */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly commune: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The geography of 2015 and the one that followed it on 1 January 2024. */
const FIRST_DAY_2015 = '2015-01-01';
const LAST_DAY_2015 = '2023-12-31';
const FIRST_DAY_2024 = '2024-01-01';

/** The QPV that ends with the geography of 2015, and the one that takes its place. */
export const ENDED_DISTRICT = 'L-FRICHES';
export const SUCCESSOR_DISTRICT = 'L-FRICHES-2024';

/**
 * The QPV named in the convention's Annex 1, then one for each commune where its tables count allocations in a QPV that they do
 * not name. The official codes are not in the convention, hence local ones; only Les Friches changes, to show what a change does.
 */
export const DISTRICTS: readonly District[] = [
  lasting('L-AVRE', "L'Avre", '78165'),
  lasting('L-ROUTOIR', 'Pont du Routoir 2', '78297'),
  lasting('L-BOIS-ETANG', "Bois de l'Etang", '78644'),
  { code: ENDED_DISTRICT, name: 'Friches', commune: '78383', firstDay: FIRST_DAY_2015, lastDay: LAST_DAY_2015 },
  { code: SUCCESSOR_DISTRICT, name: 'Friches (2024)', commune: '78383', firstDay: FIRST_DAY_2024, lastDay: '' },
  lasting('L-VALIBOUT', 'Valibout', '78490'),
  lasting('L-MERISIERS', 'Merisiers-Plaine de Neauphle', '78621'),
  lasting('L-JEAN-MACE', 'Jean Macé', '78621'),
  lasting('L-COIGNIERES', 'QPV fictif de Coignières', '78168'),
  lasting('L-ELANCOURT', "QPV fictif d'Élancourt", '78208'),
  lasting('L-MAGNY', 'QPV fictif de Magny-les-Hameaux', '78356'),
  lasting('L-MONTIGNY', 'QPV fictif de Montigny-le-Bretonneux', '78423'),
];

function lasting(code: string, name: string, commune: string): District {
  return { code, name, commune, firstDay: FIRST_DAY_2015, lastDay: '' };
}
