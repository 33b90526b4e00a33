import type { Row } from '../naive/cells';
import { dayOfChoice, shifted } from './days';
import { incomeCell } from './income';
import { LANDLORDS, type Allocation, type NoteCells, type Territory } from './territory';
import type { Form } from './versions';

/** One thing of the territory, with its rows in each of its forms. A succession of QPV has several rows. */
export interface Described {
  readonly file: string;
  readonly forms: readonly Form[];
  rows(form: 'a' | 'b'): readonly Row[];
}

const OUTSIDE = ['75056', '92012'] as const;
/** The publics that the territory follows in addition to those of the law. */
export const PUBLICS = [
  { code: 'jeunes', column: 'moins_25_ans' },
  { code: 'victimes_de_violences', column: 'victime_de_violences' },
] as const;
const YES_NO = ['N', 'O', 'N'] as const;
/** The sectors of the territory. */
export const SECTORS = ['S-1', 'S-2'] as const;
const IN_SECTOR = ['', ...SECTORS] as const;
const FIRST_GEOGRAPHY = '2015-01-01';

/** Everything that a history can describe, with its rows. */
export function described(of: Territory): Described[] {
  return [
    ...of.communeCodes.map((code, at) => {
      const commune = of.communes[at]!;
      return one('communes.csv', commune, ({ name, deficit }) => ({
        code_insee: code,
        nom: name,
        deficitaire_sru: deficit,
      }));
    }),
    ...of.landlords.map((each, at) =>
      one('bailleurs.csv', each, ({ name }) => ({ code_bailleur: LANDLORDS[at]!, nom: name })),
    ),
    ...of.holders.map((each, at) =>
      one('reservataires.csv', each, ({ name, contingent, commune }) => ({
        code_reservataire: holderCode(at),
        nom: name,
        contingent,
        code_insee: commune === null ? '' : communeCode(of, commune),
      })),
    ),
    ...of.districts.map((each, at) => ({
      file: 'qpv.csv',
      forms: each.forms,
      rows: (form: 'a' | 'b') => districtRows(of, at, form),
    })),
    ...of.residences.map((each, at) => one('residences.csv', each, (cells) => residenceRow(of, at, cells))),
    ...of.ownerships.map((each) =>
      one('proprietes.csv', each, ({ landlord }) => ({
        code_residence: residenceCode(of, each.fixed.residence),
        date_debut: dayOfChoice(of, each.fixed.from),
        code_bailleur: landlordCode(of, landlord),
      })),
    ),
    ...of.notes.map((each) =>
      one('notes.csv', each, (cells) => ({
        code_residence: residenceCode(of, each.fixed.residence),
        date_effet: dayOfChoice(of, each.fixed.from),
        ...noteCells(cells),
      })),
    ),
    ...of.surveys.map((each) =>
      one('ops.csv', each, (cells) => ({
        code_residence: residenceCode(of, each.fixed.residence),
        annee: String(each.fixed.year),
        ...cells,
      })),
    ),
    ...of.thresholds.flatMap((each) =>
      each ? [one('seuils.csv', each, (cells) => thresholdRow(each.fixed, cells))] : [],
    ),
    ...of.allocations.map((each, at) => one('attributions.csv', each, (cells) => allocationRow(of, at, cells))),
  ];
}

export function one<Cells>(
  file: string,
  of: { readonly a: Cells; readonly b: Cells; readonly forms: readonly Form[] },
  row: (cells: Cells) => Row,
): Described {
  return { file, forms: of.forms, rows: (form) => [row(of[form])] };
}

function districtRows(of: Territory, at: number, form: 'a' | 'b'): Row[] {
  const { fixed } = of.districts[at]!;
  const { name, turn, gap } = of.districts[at]![form];
  const [code, successor] = districtCodes(of, at);
  const day = dayOfChoice(of, turn);
  const row = (of_: string, first: string, last: string): Row => ({
    code_qpv: of_,
    nom: name,
    code_insee: communeCode(of, fixed.commune),
    date_debut: first,
    date_fin: last,
  });
  switch (fixed.kind) {
    case 'from':
      return [row(code!, day, '')];
    case 'until':
      return [row(code!, FIRST_GEOGRAPHY, day)];
    case 'window':
      return [row(code!, day, shifted(day, gap))];
    default:
      // Never two QPV at once: it is not defined in which one a lease would count.
      return [row(code!, FIRST_GEOGRAPHY, shifted(day, -1 - gap)), row(successor!, day, '')];
  }
}

/** A residence is only in QPV of its own commune. */
function residenceRow(of: Territory, at: number, cells: Territory['residences'][number]['a']): Row {
  const commune = communeCode(of, cells.commune);
  const near = of.districts.flatMap((each, index) => (communeCode(of, each.fixed.commune) === commune ? [index] : []));
  const district = cells.inQpv && near.length > 0 ? near[cells.district % near.length] : undefined;
  return {
    code_residence: `R${at}`,
    nom: cells.name,
    code_insee: commune,
    code_bailleur: landlordCode(of, cells.landlord),
    code_qpv: district === undefined ? '' : districtCodes(of, district).join('|'),
    logements: String(cells.dwellings),
    // Derived from another cell, so that the known seeds of other properties still give the same histories.
    code_secteur: IN_SECTOR[cells.dwellings % IN_SECTOR.length]!,
  };
}

/**
 * `note_finale` comes without a reason only where the notes of the same row justify it: it must not become a fault when
 * a survey is corrected.
 */
function noteCells({ statistical, commune, landlord, final }: NoteCells): Row {
  const agreed =
    commune !== '' && landlord !== '' ? (commune === landlord ? commune : '') : commune || landlord || statistical;
  const consensus = final !== 'none' && final !== 'same';
  return {
    note_statistique: statistical,
    note_commune: commune,
    note_bailleur: landlord,
    note_finale: consensus ? final : final === 'same' ? agreed : '',
    motif_consensus: consensus ? 'Réunion' : '',
  };
}

function thresholdRow(
  year: number,
  { known, q1, to2, to3 }: { known: number; q1: number; to2: number; to3: number },
): Row {
  return {
    annee: String(year),
    q1: euros(q1),
    q2: known >= 2 ? euros(q1 + to2) : '',
    q3: known >= 3 ? euros(q1 + to2 + to3) : '',
  };
}

function allocationRow(of: Territory, at: number, cells: Allocation): Row {
  const { day, residence, holder, household, dwelling, adults, children, income, home, work, ...written } = cells;
  const date_bail = dayOfChoice(of, day);
  const cents = incomeCell(of, cells, Number(date_bail.slice(0, 4)));
  return {
    ...written,
    ...Object.fromEntries(PUBLICS.map(({ column }, rank) => [column, YES_NO[(dwelling >> rank) % YES_NO.length]!])),
    numero_attribution: `A${at}`,
    date_bail,
    date_caleol: income.free % 2 === 0 ? '' : shifted(date_bail, -20),
    code_residence: residenceCode(of, residence),
    reference_logement: `D${dwelling}`,
    code_reservataire: holderCode(holder % of.holders.length),
    numero_unique: `TEST${String(household).padStart(14, '0')}`,
    personnes_14_ans_et_plus: String(adults),
    enfants_moins_14_ans: String(children),
    ressources_annuelles: cents === null ? '' : euros(cents),
    commune_domicile: place(of, home),
    commune_travail: place(of, work),
  };
}

/** A commune of the territory, one outside it, or none. */
function place(of: Territory, choice: number): string {
  const places = ['', ...of.communeCodes, ...OUTSIDE];
  return places[choice % places.length]!;
}

export function districtCodes(of: Territory, at: number): string[] {
  const code = `L-Q${at}`;
  return of.districts[at]!.fixed.kind === 'succession' ? [code, `${code}-N`] : [code];
}

/** No entity is in the last commune, so a later import may bring it. Only home and work depend on it then. */
function communeCode(of: Territory, choice: number): string {
  return of.communeCodes[choice % (of.communeCodes.length - 1)]!;
}

export function landlordCode(of: Territory, choice: number): string {
  return LANDLORDS[choice % of.landlords.length]!;
}

export function residenceCode(of: Territory, choice: number): string {
  return `R${choice % of.residences.length}`;
}

function holderCode(at: number): string {
  return `H${at}`;
}

export function euros(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
