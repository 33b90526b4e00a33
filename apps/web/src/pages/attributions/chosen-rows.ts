import { useState } from 'react';
import { count, plural } from '../../format/numbers';
import { useAddress } from '../../url/address';
import { listQuery } from '../../url/allocation-list';
import { stringifySearch } from '../../url/search';
import type { AllocationRow } from './columns';

interface Chosen {
  /** The list that they are of. */
  readonly list: string;
  readonly rows: ReadonlyMap<string, AllocationRow>;
}

const NONE: ReadonlyMap<string, AllocationRow> = new Map();

/** The rows that the reader has ticked, on whatever page of the list. Another list begins with none; another order of it keeps them. */
export function useChosenRows() {
  const { search } = useAddress();
  const list = stringifySearch({ ...listQuery(search), sort: undefined });
  const [chosen, setChosen] = useState<Chosen>({ list, rows: NONE });
  const rows = chosen.list === list ? chosen.rows : NONE;
  return {
    rows: [...rows.values()],
    isChosen: ({ identifiant }: AllocationRow) => rows.has(identifiant),
    choose: (some: readonly AllocationRow[], isOn: boolean) => setChosen({ list, rows: rowsAfter(rows, some, isOn) }),
    chooseNone: () => setChosen({ list, rows: NONE }),
  };
}

/** The rows that stand after some were ticked or unticked. */
export function rowsAfter(
  before: ReadonlyMap<string, AllocationRow>,
  some: readonly AllocationRow[],
  isOn: boolean,
): ReadonlyMap<string, AllocationRow> {
  const rows = new Map(before);
  for (const row of some) {
    if (isOn) rows.set(row.identifiant, row);
    else rows.delete(row.identifiant);
  }
  return rows;
}

/** « 12 lignes choisies : 4 en QPV, 3 du 1er quartile, 5 de public prioritaire, 2 en note 4 ou 5 ». */
export function chosenText(rows: readonly AllocationRow[]): string {
  const among = (holds: (row: AllocationRow) => boolean): string => count(rows.filter(holds).length);
  const cancelled = rows.filter(({ annulee }) => annulee === true).length;
  const parts = [
    `${among(({ en_qpv }) => en_qpv === true)} en QPV`,
    `${among(({ quartile }) => quartile === '1')} du 1er quartile`,
    `${among(({ prioritaire }) => prioritaire === true)} de public prioritaire`,
    `${among(({ note }) => note !== null && note >= 4)} en note 4 ou 5`,
    ...(cancelled > 0 ? [`${plural(cancelled, 'annulée')}, qui ne compte${cancelled > 1 ? 'nt' : ''} nulle part`] : []),
  ];
  return `${plural(rows.length, 'ligne choisie', 'lignes choisies')} : ${parts.join(', ')}`;
}
