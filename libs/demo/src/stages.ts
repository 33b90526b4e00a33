import { addDays, addMonths, day, instantOf, type Day, type Instant } from '#kernel';
import { allocationNumber, householdNumber, type AllocationRow, type NumberedAllocation } from './allocation-rows';
import { yearOf } from './calendar';
import { hundredths } from './csv';
import { FIRST_SHARES, flowShareRows } from './flow-shares';
import { revisedNotes, earlierNotes } from './notes';
import { packText } from './pack';
import { FIRST_LEASES } from './plans';
import type { Random } from './random';
import { operationRows, rehousingsOf } from './rehousings';
import { districtsOf2015, type Residence } from './residences';
import { DISTRICTS_2015, DISTRICTS_2024, ended, ENDED_DISTRICT } from './sqy/districts';
import { OPERATIONS_UNTIL } from './sqy/operations';
import { StageBook } from './stage-book';
import { surveyRows } from './surveys';
import { DEFAULT_SEED, leasesOfYear, NOTED_ON, randomOf, territoryOf, type Territory } from './territory';
import {
  communeRows,
  districtRow,
  dwellingRow,
  holderRows,
  landlordRows,
  noteRow,
  ownershipRow,
  residenceRow,
} from './territory-rows';
import { boundsOf, DATA_MONTH, FIRST_BOUNDS, ORDER_MONTH } from './thresholds';

/** What was recorded at one instant: the files of one import. */
export interface DemoStage {
  readonly recordedAt: Instant;
  /** File name → text in the published form. */
  readonly files: ReadonlyMap<string, string>;
}

/** The territory of the demonstration: its pack and its name. */
export const DEMO_TERRITORY = { pack: 'sqy', name: 'Saint-Quentin-en-Yvelines' } as const;

/** The territory as it was when the rehousing began. */
const BEGINS = day('2017-01-02');
/** When the first event of the demonstration is recorded, before the first stage. */
export const DEMO_BEGINS = instantOf(Date.parse(`${BEGINS}T08:00:00Z`));
/** The day of the recording of the QPV of 2024, and of the notes of each round. */
const GEOGRAPHY_RECORDED = '2023-12-31';
const FIRST_NOTES = { from: '2020-07-01', recordedOn: '2020-06-30' };
const NOTES_RECORDED = '2022-06-30';
/** Each landlord's legal list: its residences of Annex 1, from the day on which our sources show them. */
const LISTS = { from: '2025-01-28', recordedOn: '2025-01-31' };
const REVISED_NOTES = { from: '2025-10-01', recordedOn: '2025-09-30' };
/** The draws of subjects that are not the leases of a year. */
const SURVEYS_DRAW = 1;
const REHOUSINGS_DRAW = 2;
const EARLIER_NOTES_DRAW = 3;
const CORRECTIONS_DRAW = 4;

/** Of a year: leases that are recorded with a mistake, and leases that never took effect. */
const MISTAKEN = 9;
const CANCELLED = 2;
/** A mistake and a cancelled lease are found after so many months. */
const FOUND_AFTER = 3;
const LATE_PERCENT = 5;

/**
 * The whole demonstration in the order in which it was recorded, until an instant: the territory, then the rehousings
 * of each quarter and, since 2020, what each month brought. The same seed gives the same stages, and a later instant
 * only adds stages.
 */
export function demoStages(until: Instant, seed: number = DEFAULT_SEED): readonly DemoStage[] {
  const territory = territoryOf(seed);
  const book = new StageBook();
  addTerritory(book, territory);
  addFragility(book, territory, seed);
  const leases: NumberedAllocation[] = [];
  // The rehousings of all years are drawn together, from the leases of all years that have some.
  const lastYear = Math.max(yearOf(day(until.slice(0, 10))), yearOf(day(OPERATIONS_UNTIL)));
  for (let year = FIRST_LEASES; year <= lastYear; year += 1) {
    const ofYear = leasesOfYear(territory, seed, year);
    addLeases(book, randomOf(seed + CORRECTIONS_DRAW, year), year, ofYear);
    addBounds(book, year);
    if (year >= FIRST_SHARES) book.add(`${year}-01-31`, 'flux.csv', flowShareRows(year, territory.residences));
    leases.push(...ofYear);
  }
  addRehousings(book, leases, territory, seed);
  return book
    .days()
    .map((of) => ({ recordedAt: recordingInstant(of), of }))
    .filter(({ recordedAt }) => recordedAt <= until)
    .map(({ recordedAt, of }) => ({ recordedAt, files: book.filesOf(of) }));
}

/** The evening of the day, in the time of the territory. */
function recordingInstant(of: string): Instant {
  return instantOf(Date.parse(`${of}T17:00:00Z`));
}

function addTerritory(book: StageBook, { residences, dwellings, changes }: Territory): void {
  // A recorded convention never changes, so it comes whole. Its objectives have first days: none judges an earlier lease.
  book.addText(BEGINS, 'convention.json', packText('sqy', 'convention.json'));
  book.add(BEGINS, 'communes.csv', communeRows());
  book.add(BEGINS, 'qpv.csv', DISTRICTS_2015.map(districtRow));
  book.add(BEGINS, 'bailleurs.csv', landlordRows());
  book.add(BEGINS, 'reservataires.csv', holderRows());
  const recordedOn = new Map(residences.map((residence) => [residence.code, openingRecordedOn(residence)]));
  for (const residence of residences)
    book.add(recordedOn.get(residence.code)!, 'residences.csv', [residenceRow(residence, districtsOf2015(residence))]);
  for (const dwelling of dwellings)
    book.add(recordedOn.get(dwelling.residence.code)!, 'logements.csv', [dwellingRow(dwelling)]);
  for (const change of changes) book.add(endOfMonth(change.from), 'proprietes.csv', [ownershipRow(change)]);
  book.add(
    GEOGRAPHY_RECORDED,
    'qpv.csv',
    [...DISTRICTS_2015.filter(({ code }) => code === ENDED_DISTRICT).map(ended), ...DISTRICTS_2024].map(districtRow),
  );
  const moved = residences.filter((residence) => districtsOf2015(residence).length < residence.districts.length);
  book.add(
    GEOGRAPHY_RECORDED,
    'residences.csv',
    moved.filter(({ openedOn }) => openedOn <= GEOGRAPHY_RECORDED).map((residence) => residenceRow(residence)),
  );
}

/** A residence that opens later is recorded with the month before its opening. */
function openingRecordedOn({ openedOn }: Residence): string {
  if (openedOn <= BEGINS) return BEGINS;
  return addDays(day(`${openedOn.slice(0, 7)}-01`), -1);
}

function addFragility(book: StageBook, { residences, notes }: Territory, seed: number): void {
  const earlier = earlierNotes(randomOf(seed, EARLIER_NOTES_DRAW), residences, notes);
  book.add(
    FIRST_NOTES.recordedOn,
    'notes.csv',
    earlier.map((row) => noteRow(row, FIRST_NOTES.from)),
  );
  book.add(
    NOTES_RECORDED,
    'notes.csv',
    notes.map((row) => noteRow(row, NOTED_ON)),
  );
  book.add(
    REVISED_NOTES.recordedOn,
    'notes.csv',
    revisedNotes(residences).map((row) => noteRow(row, REVISED_NOTES.from)),
  );
  book.add(LISTS.recordedOn, 'listes.csv', residences.filter(isFragile).map(listRow));
  for (const { recordedOn, rows } of surveyRows(randomOf(seed, SURVEYS_DRAW), residences, notes))
    book.add(recordedOn, 'ops.csv', rows);
}

function isFragile({ note }: Residence): boolean {
  return note === 4 || note === 5;
}

function listRow({ code, landlord }: Residence) {
  return { code_bailleur: landlord, date_effet: LISTS.from, code_residence: code };
}

/** The first bound comes with the order, the others with the State's data: both late, and both count from 1 January. */
function addBounds(book: StageBook, year: number): void {
  if (year < FIRST_BOUNDS) return;
  const { q1, q2, q3 } = boundsOf(year);
  const euros = (amount: number) => hundredths(amount * 100);
  const row = { annee: year, q1: euros(q1), q2: '', q3: '' };
  book.add(endOfMonth(`${year}-${ORDER_MONTH}-01`), 'seuils.csv', [row]);
  book.add(endOfMonth(`${year}-${DATA_MONTH}-01`), 'seuils.csv', [{ ...row, q2: euros(q2), q3: euros(q3) }]);
}

/** Each lease is recorded at the end of its month, some a month late. Some are corrected or cancelled later. */
function addLeases(book: StageBook, random: Random, year: number, leases: readonly NumberedAllocation[]): void {
  const mistaken = new Set(random.exactly(MISTAKEN, leases, () => 1));
  for (const lease of leases) {
    const { row } = lease;
    const late = !mistaken.has(lease) && random.chance(LATE_PERCENT);
    const recordedOn = late ? monthsLater(row.date_bail, 1) : endOfMonth(row.date_bail);
    if (!mistaken.has(lease)) book.add(recordedOn, 'attributions.csv', [row]);
    else {
      book.add(recordedOn, 'attributions.csv', [withMistake(lease)]);
      book.add(monthsLater(row.date_bail, FOUND_AFTER), 'attributions.csv', [row]);
    }
  }
  const standing = leases.filter(({ allocation }) => !allocation.firstLetting);
  for (const [index, { row }] of random.exactly(CANCELLED, standing, () => 1).entries()) {
    const number = leases.length + index + 1;
    const signed = {
      ...row,
      numero_attribution: allocationNumber(year, number),
      numero_unique: householdNumber(year, number),
      reference_logement: `${row.reference_logement}-BIS`,
    };
    book.add(endOfMonth(row.date_bail), 'attributions.csv', [signed]);
    book.add(monthsLater(row.date_bail, FOUND_AFTER), 'attributions.csv', [{ ...signed, annulee: 'O' }]);
  }
}

/** The row as somebody first typed it: a priority left out, else the wrong kind of request. */
function withMistake({ allocation, row }: NumberedAllocation): AllocationRow {
  if (allocation.dalo || allocation.priorityCategory !== '') return { ...row, dalo: 'N', categorie_prioritaire: '' };
  return { ...row, type_demande: row.type_demande === 'mutation' ? 'premier_acces' : 'mutation' };
}

function addRehousings(
  book: StageBook,
  leases: readonly NumberedAllocation[],
  { residences }: Territory,
  seed: number,
): void {
  book.add(BEGINS, 'operations.csv', operationRows());
  for (const { movedOn, row } of rehousingsOf(randomOf(seed, REHOUSINGS_DRAW), leases, residences)) {
    const recordedOn = yearOf(movedOn) < FIRST_LEASES ? endOfQuarter(movedOn) : endOfMonth(movedOn);
    book.add(recordedOn, 'relogements.csv', [row]);
  }
}

function endOfMonth(of: string): Day {
  return monthsLater(of, 0);
}

/** The end of the month that comes so many months after the month of the day. */
function monthsLater(of: string, months: number): Day {
  return addDays(day(`${addMonths(of.slice(0, 7), months + 1)}-01`), -1);
}

function endOfQuarter(of: string): Day {
  const month = Number(of.slice(5, 7));
  return monthsLater(of, (3 - (month % 3)) % 3);
}
