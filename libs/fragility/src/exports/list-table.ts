import type { Letterhead } from '#convention';
import { frenchDay, frenchInstant, headFacts } from '#documents';
import { dataSheet, presentationSheet, sheet, type OutColumn, type Table, type Workbook } from '#tables';
import type { ListedResidence, PriorityList, PriorityLists } from '../report/lists';

/** A residence of a list; null where the list is empty. */
export interface ListRow {
  readonly list: PriorityList;
  readonly residence: ListedResidence | null;
}

const COLUMNS: readonly OutColumn<ListRow>[] = [
  { header: 'code_bailleur', title: 'SIREN ou code du bailleur', kind: 'text', value: ({ list }) => list.landlord.id },
  { header: 'bailleur', title: 'Bailleur', kind: 'text', value: ({ list }) => list.landlord.label },
  { header: 'liste_du', title: 'Liste du', kind: 'day', value: ({ list }) => list.on },
  { header: 'dernier_jour', title: 'Dernier jour', kind: 'day', value: ({ list }) => list.lastDay },
  { header: 'en_vigueur', title: 'En vigueur', kind: 'yes-no', value: ({ list }) => list.inForce },
  { header: 'enregistree_le', title: 'Enregistrée le', kind: 'text', value: ({ list }) => list.recordedAt },
  { header: 'acteur', title: 'Établie par', kind: 'text', value: ({ list }) => list.actor },
  {
    header: 'code_residence',
    title: 'Code de la résidence',
    kind: 'text',
    value: ({ residence }) => residence?.id ?? null,
  },
  { header: 'residence', title: 'Résidence', kind: 'text', value: ({ residence }) => residence?.label ?? null },
  { header: 'code_insee', title: 'Code INSEE', kind: 'text', value: ({ residence }) => residence?.commune?.id ?? null },
  { header: 'commune', title: 'Commune', kind: 'text', value: ({ residence }) => residence?.commune?.label ?? null },
  { header: 'note', title: 'Note', kind: 'integer', value: ({ residence }) => residence?.note ?? null },
];

/** One row for each residence of each list. An empty list has one row, so that it is shown too. */
export function listsTable(report: PriorityLists): Table<ListRow> {
  const columns: readonly OutColumn<ListRow>[] = [
    ...COLUMNS,
    { header: 'le', kind: 'day', value: () => report.on },
    { header: 'etat_au', kind: 'text', value: () => report.asOf },
    { header: 'position', kind: 'text', value: () => report.position },
  ];
  return { name: 'Résidences à enjeu prioritaire', columns, rows: rowsOf(report) };
}

/** The lists for people: one row for each residence of a list. */
export function listsWorkbook(report: PriorityLists, letterhead: Letterhead): Workbook {
  const { timeZone } = letterhead.territory;
  const columns = COLUMNS.map((column): OutColumn<ListRow> =>
    column.header === 'enregistree_le'
      ? { ...column, value: ({ list }) => frenchInstant(list.recordedAt, timeZone) }
      : column,
  );
  const text =
    'Les résidences notées 4 ou 5 au jour de la liste, par bailleur. Une liste vaut trois ans, sauf si la convention dit autrement.';
  return {
    sheets: [
      sheet({ name: 'Résidences à enjeu', columns, rows: rowsOf(report) }, 2),
      presentationSheet({
        title: 'Listes des résidences à enjeu de mixité sociale',
        facts: headFacts(letterhead, report, [['Établies jusqu’au', frenchDay(report.on)]]),
        definitions: [{ name: 'Liste', text }],
      }),
    ],
    data: dataSheet({ ...listsTable(report), name: 'Données' }),
  };
}

function rowsOf({ lists }: PriorityLists): readonly ListRow[] {
  return lists.flatMap((list): readonly ListRow[] =>
    list.residences.length > 0
      ? list.residences.map((residence) => ({ list, residence }))
      : [{ list, residence: null }],
  );
}

/** `mixite-residences-prioritaires-2025-01-28`, without an extension. The code of a single landlord comes before the day. */
export function listsFileName({ on }: PriorityLists, landlord?: string): string {
  return ['mixite-residences-prioritaires', ...(landlord === undefined ? [] : [landlord]), on].join('-');
}
