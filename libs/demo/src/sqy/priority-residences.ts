/** A residence of the convention's Annex 1: note 4 or 5. `district` is empty outside QPV. */
export interface PriorityResidence {
  readonly commune: string;
  readonly landlord: string;
  readonly district: string;
  readonly name: string;
  readonly dwellings: number;
  readonly note: 4 | 5;
}

type Line = readonly [
  commune: string,
  landlord: string,
  district: string,
  name: string,
  dwellings: number,
  note: 4 | 5,
];

const LINES: readonly Line[] = [
  ['78165', 'L-MOULINVERT', '', 'Résidence Moulin Vert', 123, 5],
  ['78165', 'L-LOGIREP', 'L-AVRE', "Résidence de l'Avre 2", 64, 5],
  ['78165', 'L-LOGIREP', 'L-AVRE', "Résidence de l'Avre 1", 160, 4],
  ['78165', 'L-I3F', '', 'Neruda', 48, 4],
  ['78208', 'L-1001VIES', '', 'Les Petits Prés', 279, 4],
  ['78208', 'L-1001VIES', '', 'Le Gréco', 52, 4],
  ['78208', 'L-I3F', '', 'Nouveaux Horizons', 37, 4],
  ['78297', 'L-VERSAILLES', 'L-ROUTOIR', 'Commerce', 224, 5],
  ['78297', 'L-VERSAILLES', 'L-ROUTOIR', 'Neil Armstrong', 216, 5],
  ['78297', 'L-VERSAILLES', 'L-ROUTOIR', 'Château', 174, 5],
  ['78297', 'L-ANTIN', '', 'Les Garennes', 133, 5],
  ['78297', 'L-VERSAILLES', 'L-ROUTOIR', 'Fédérés Versailles', 192, 4],
  ['78297', 'L-VERSAILLES', 'L-ROUTOIR', 'Versailles', 178, 4],
  ['78297', 'L-SEQENS', '', 'Les Sources', 156, 4],
  ['78297', 'L-VALOPHIS', '', 'Chéramy', 34, 4],
  ['78297', 'L-ANTIN', '', 'Michelet', 26, 4],
  ['78297', 'L-LRYE', '', 'Ambroise Croizat', 15, 4],
  ['78644', 'L-LRYE', 'L-BOIS-ETANG', 'Orly Parc 2 Sud', 196, 5],
  ['78644', 'L-LRYE', 'L-BOIS-ETANG', '13411 Orly Parc 1 sans VMC', 143, 5],
  ['78644', 'L-SEQENS', 'L-BOIS-ETANG', "Résidence du Bois de l'Etang A", 124, 5],
  ['78644', 'L-SEQENS', 'L-BOIS-ETANG', "Résidence du Bois de l'Etang B", 176, 5],
  ['78644', 'L-LRYE', 'L-BOIS-ETANG', 'Orly Parc 1 VMC', 180, 4],
  ['78644', 'L-LRYE', 'L-BOIS-ETANG', 'Orly Parc 2 Nord', 152, 4],
  ['78644', 'L-SEQENS', 'L-BOIS-ETANG', "Résidence du Bois de l'Etang C", 104, 4],
  ['78356', 'L-LRYE', '', 'La Cure', 151, 4],
  ['78356', 'L-LRYE', '', 'La Barrerie', 144, 4],
  ['78356', 'L-ANTIN', '', 'Le Buisson', 26, 4],
  ['78383', 'L-SEQENS', 'L-FRICHES', '3682 Maurepas 01', 132, 4],
  ['78383', 'L-SEQENS', 'L-FRICHES', '3692 Maurepas 02', 75, 4],
  ['78383', 'L-I3F', '', 'Franche Comté', 55, 4],
  ['78383', 'L-ANTIN', '', 'Résidence Maricourt', 52, 4],
  ['78423', 'L-CDC', '', "L'Ivraie", 173, 4],
  ['78423', 'L-SEQENS', '', 'Descartes 1', 122, 4],
  ['78423', 'L-CDC', '', 'Place Louis Durey', 64, 4],
  ['78423', 'L-SEQENS', '', 'La Sourderie', 19, 4],
  ['78423', 'L-SEQENS', '', 'Descartes 2', 22, 4],
  ['78490', 'L-LRYE', 'L-VALIBOUT', 'Valibout 241', 349, 5],
  ['78490', 'L-LRYE', 'L-VALIBOUT', 'Valibout 239', 222, 5],
  ['78490', 'L-LRYE', 'L-VALIBOUT', 'Valibout 240', 170, 5],
  ['78490', 'L-LRYE', 'L-VALIBOUT', 'Valibout 238', 239, 4],
  ['78490', 'L-I3F', '', "Droits de l'Homme", 104, 4],
  ['78490', 'L-I3F', '', 'Lowestoft', 102, 4],
  ['78490', 'L-ANTIN', '', 'Les Petits Prés', 81, 4],
  ['78490', 'L-ANTIN', '', 'Grignon', 57, 4],
  ['78490', 'L-I3F', '', 'Le Mail', 44, 4],
  ['78621', 'L-VALOPHIS', 'L-MERISIERS', 'Maurice Thorez', 241, 5],
  ['78621', 'L-VALOPHIS', 'L-MERISIERS', 'Commune de Paris', 166, 5],
  ['78621', 'L-I3F', 'L-MERISIERS', 'Pergaud', 146, 5],
  ['78621', 'L-VALOPHIS', 'L-MERISIERS', 'Langevin-Farge', 580, 4],
  ['78621', 'L-CDC', 'L-JEAN-MACE', 'Jean Macé', 335, 4],
  ['78621', 'L-CDC', 'L-JEAN-MACE', 'Yvelines', 288, 4],
  ['78621', 'L-VALOPHIS', 'L-MERISIERS', 'Gérard Philippe', 318, 4],
  ['78621', 'L-VALOPHIS', 'L-MERISIERS', 'Léo Lagrange', 279, 4],
  ['78621', 'L-SEQENS', 'L-MERISIERS', '4636 Trappes 09', 266, 4],
  ['78621', 'L-VALOPHIS', 'L-MERISIERS', 'Henri Wallon 1', 266, 4],
  ['78621', 'L-SEQENS', 'L-MERISIERS', 'Van Gogh', 105, 4],
  ['78621', 'L-LRYE', '', 'Les Dents de Scie', 40, 4],
  ['78674', 'L-LOGIREP', '', "La Pointe à L'Ange", 134, 4],
];

/**
 * The 58 priority residences ("résidences à enjeu de mixité sociale") in the order of the annex.
 * Source: convention intercommunale d'attribution of Saint-Quentin-en-Yvelines, adopted 28 January 2025, Annex 1.
 * "Les Petits Prés" stands twice, in Élancourt and in Plaisir: a name is not a key.
 */
export const PRIORITY_RESIDENCES: readonly PriorityResidence[] = LINES.map(
  ([commune, landlord, district, name, dwellings, note]) => ({ commune, landlord, district, name, dwellings, note }),
);
