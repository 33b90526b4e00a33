import { addDays, day, type Day } from '#kernel';
import type { NumberedAllocation } from './allocation-rows';
import { householdNumber } from './allocation-rows';
import { lastDayOf, signingDay, yearOf } from './calendar';
import { hundredths } from './csv';
import type { Random } from './random';
import type { Residence } from './residences';
import { LANDLORDS } from './sqy/landlords';
import { OPERATIONS, OPERATIONS_FROM, OPERATIONS_UNTIL, PERIODS, type Operation } from './sqy/operations';

export type RehousingRow = ReturnType<typeof rowOf>;

/** A row of relogements.csv. A household that moved twice has two, under one number: first a temporary move, then the definitive one. */
export interface DatedRehousing {
  readonly movedOn: Day;
  readonly row: RehousingRow;
}

/** Where a household is rehoused, and by which lease, if the lease is in the files. */
interface Arrival {
  readonly movedOn: Day;
  readonly residence: Residence;
  readonly persons: number;
  readonly household?: string;
  readonly allocation?: string;
}

const PERCENT = { linked: 80, temporary: 9, outsideQpv: 40, under40: 62, under100: 30, constant: 78, improved: 70 };
const TEMPORARY_DAYS = [200, 420] as const;
const YOUNG_YEARS = 5;
/** Rehousings without a lease in the files have household numbers of this made-up year. */
const WITHOUT_LEASE = 1000;

export function operationRows() {
  return OPERATIONS.map(({ code, site, district, landlord, rehoused }) => ({
    code_operation: code,
    nom: `${site} – ${LANDLORDS.find((each) => each.code === landlord)!.name}`,
    code_qpv: district,
    code_bailleur: landlord,
    menages_a_reloger: rehoused.reduce((sum, count) => sum + count, 0),
    date_debut: OPERATIONS_FROM,
    date_fin_prevue: OPERATIONS_UNTIL,
  }));
}

/** Every rehousing of the three sites, in no order. `leases` are those of all years: households rehoused by a lease are among them. */
export function rehousingsOf(
  random: Random,
  leases: readonly NumberedAllocation[],
  residences: readonly Residence[],
): DatedRehousing[] {
  const rehoused = leases.filter(({ allocation }) => allocation.rehousing === 'anru');
  let number = 0;
  return PERIODS.flatMap(([from, to], period) => {
    const operations = random.shuffle(
      OPERATIONS.flatMap((each) => Array(each.rehoused[period]!).fill(each) as Operation[]),
    );
    const inPeriod = rehoused.filter(({ row }) => monthOf(row.date_bail) >= from && monthOf(row.date_bail) <= to);
    const most = Math.floor((operations.length * PERCENT.linked) / 100);
    const linked = random.exactly(Math.min(most, inPeriod.length), inPeriod, () => 1).map(byLease);
    return operations.flatMap((operation, index) => {
      number += 1;
      const arrival = linked[index] ?? anyArrival(random, from, to, residences, number);
      return movesOf(random, operation, number, arrival);
    });
  });
}

function byLease({ allocation, row }: NumberedAllocation): Arrival {
  return {
    movedOn: allocation.signedOn,
    residence: allocation.dwelling.residence,
    persons: allocation.household.adults + allocation.household.children,
    household: row.numero_unique,
    allocation: row.numero_attribution,
  };
}

/** A household that is rehoused by a lease that the files do not have. */
function anyArrival(
  random: Random,
  from: string,
  to: string,
  residences: readonly Residence[],
  number: number,
): Arrival {
  const movedOn = signingDay(random, day(`${from}-01`), lastDayOfMonth(to));
  const open = residences.filter(({ openedOn }) => openedOn <= movedOn);
  const outside = open.filter(({ districts }) => districts.length === 0);
  const inside = open.filter(({ districts }) => districts.length > 0);
  const residence = random.pick(random.chance(PERCENT.outsideQpv) ? outside : inside);
  return { movedOn, residence, persons: random.between(1, 6), household: householdNumber(WITHOUT_LEASE, number) };
}

function movesOf(random: Random, operation: Operation, number: number, arrival: Arrival): DatedRehousing[] {
  const definitive = rowOf(random, operation, number, arrival);
  const moves = [{ movedOn: arrival.movedOn, row: definitive }];
  const before = addDays(arrival.movedOn, -random.between(...TEMPORARY_DAYS));
  if (!random.chance(PERCENT.temporary) || before < addDays(day(OPERATIONS_FROM), 60)) return moves;
  const temporary = { ...definitive, definitif: 'N' as const, date_relogement: before, numero_attribution: '' };
  return [{ movedOn: before, row: { ...temporary, ...AFTER_UNKNOWN } }, ...moves];
}

/** Of a temporary move, only the day is known. */
const AFTER_UNKNOWN = {
  code_residence: '',
  parc: '',
  reste_a_charge_apres: '',
  surface_apres: '',
  amelioration: '',
} as const;

function rowOf(random: Random, operation: Operation, number: number, arrival: Arrival) {
  const { movedOn, residence, persons } = arrival;
  const before = random.between(18_000, 52_000);
  const after = random.chance(PERCENT.constant) ? before - random.below(4_000) : before + random.between(1_000, 9_000);
  const surface = random.between(3_800, 8_600);
  return {
    numero_relogement: `FICTIF-REL-${String(number).padStart(4, '0')}`,
    code_operation: operation.code,
    numero_unique: arrival.household ?? '',
    date_relogement: movedOn as string,
    definitif: 'O' as 'O' | 'N',
    code_residence: residence.code,
    parc: stockOf(residence, movedOn) as string,
    personnes: persons,
    ressources_pct_plafond: ceilingShare(random),
    reste_a_charge_avant: hundredths(before),
    reste_a_charge_apres: hundredths(after),
    surface_avant: hundredths(surface),
    surface_apres: hundredths(surface + random.between(-400, 900)),
    amelioration: (random.chance(PERCENT.improved) ? 'O' : 'N') as string,
    propositions: random.between(1, 3),
    numero_attribution: arrival.allocation ?? '',
  };
}

function ceilingShare(random: Random): number {
  if (random.chance(PERCENT.under40)) return random.between(15, 39);
  return random.chance(PERCENT.under100) ? random.between(70, 130) : random.between(40, 69);
}

function stockOf({ openedOn }: Residence, movedOn: Day): 'neuf' | 'moins_5_ans' | 'ancien' {
  const years = yearOf(movedOn) - yearOf(day(openedOn));
  if (years < 1) return 'neuf';
  return years < YOUNG_YEARS ? 'moins_5_ans' : 'ancien';
}

function monthOf(of: string): string {
  return of.slice(0, 7);
}

/** The periods end with December or September. */
function lastDayOfMonth(month: string): Day {
  return month.endsWith('-12') ? lastDayOf(Number(month.slice(0, 4))) : day(`${month}-30`);
}
