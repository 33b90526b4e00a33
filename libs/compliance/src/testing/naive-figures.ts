import { ALLOCATION_STREAMS, type AllocationFacts } from '#allocation';
import { CONVENTION_STREAM } from '#convention';
import { rowId, type RecordedEvent } from '#event-store';
import {
  DEFAULT_SURVEY_SCALE,
  NOTE_STREAMS,
  noteOn,
  SURVEY_STREAMS,
  type NoteFacts,
  type SurveyFacts,
  type SurveyScale,
  type SurveyScales,
} from '#fragility';
import { applyChanges, type Changes, type Day } from '#kernel';
import {
  DISTRICT_STREAMS,
  HOLDER_STREAMS,
  OWNERSHIP_STREAMS,
  RESIDENCE_STREAMS,
  type OwnershipFacts,
  type PriorityDistrictFacts,
  type ReservationHolderFacts,
  type ResidenceFacts,
} from '#territory';
import type { ReportScope } from '../figures/figure';
import { RANDOM_PUBLICS } from './random-history';

interface Lease extends AllocationFacts {
  readonly qpv: readonly string[];
  readonly note: number | null;
  readonly landlord: string;
  readonly commune: string;
  readonly sector: string | null;
  readonly contingent: string;
  readonly delegatedTo?: string;
}

type Test = (lease: Lease) => boolean;

const inside: Test = (lease) => lease.qpv.length > 0;
const outside: Test = (lease) => lease.qpv.length === 0;
const all: Test = () => true;
const in4 =
  (...quartiles: readonly unknown[]): Test =>
  (lease) =>
    quartiles.includes(lease.quartile);
const [q1, q2, q34, q234] = [in4(1), in4(2), in4(3, 4, '3-4'), in4(2, 3, 4, '2-4', '3-4')];
const both =
  (...tests: readonly Test[]): Test =>
  (lease) =>
    tests.every((test) => test(lease));
const either =
  (...tests: readonly Test[]): Test =>
  (lease) =>
    tests.some((test) => test(lease));
const rehoused: Test = (lease) => lease.rehoused;
const priority: Test = (lease) => lease.priority;
const homeWork: Test = (lease) => lease.homeWork;
const essential: Test = (lease) => lease.essentialWorker === true;
const transfer: Test = (lease) => lease.transfer;
const noted =
  (...notes: readonly number[]): Test =>
  (lease) =>
    lease.note !== null && notes.includes(lease.note);

/** The table of figures, written independently of the product: numerator and denominator of each code. */
const TABLE: Record<string, readonly [Test, Test]> = {
  ALLOCATIONS: [all, all],
  Q1_REHOUSED_OUTSIDE_QPV: [either(q1, rehoused), outside],
  Q234_IN_QPV: [q234, inside],
  Q34_IN_QPV: [q34, inside],
  Q1: [q1, all],
  Q2: [q2, all],
  Q34: [q34, all],
  PRIORITY: [priority, all],
  PRIORITY_Q1_IN_QPV: [q1, both(priority, inside)],
  PRIORITY_Q1_FRAGILITY_HIGH: [q1, both(priority, noted(4, 5))],
  HOME_WORK: [homeWork, all],
  ESSENTIAL_WORKERS: [essential, all],
  ESSENTIAL_IN_HOME_WORK: [essential, homeWork],
  TRANSFERS: [transfer, all],
  TRANSFERS_CONTRIBUTING: [
    either(both(outside, either(q1, rehoused)), both(inside, q234), priority, homeWork),
    transfer,
  ],
};
for (const [quartile, test] of [
  ['Q1', q1],
  ['Q2', q2],
  ['Q34', q34],
] as const) {
  for (const [level, notes] of [
    ['LOW', [1, 2]],
    ['MEDIUM', [3]],
    ['HIGH', [4, 5]],
  ] as const) {
    const cell = both(noted(...notes), (lease) => lease.firstLetting !== true);
    TABLE[`${quartile}_FRAGILITY_${level}_IN_QPV`] = [test, both(cell, inside)];
    TABLE[`${quartile}_FRAGILITY_${level}_OUTSIDE_QPV`] = [test, both(cell, outside)];
  }
}

for (const { code } of RANDOM_PUBLICS)
  TABLE[`PUBLIC_${code.toUpperCase()}`] = [(lease) => (lease.publics ?? []).includes(code), all];

/** The newest facts of every stream, by stream. */
function factsOf(events: readonly RecordedEvent[]): Map<string, object> {
  const facts = new Map<string, object>();
  for (const { stream, type, data } of events) {
    if (type === 'AllocationAbandoned') continue;
    const changes = data['changes'] as Changes<object> | undefined;
    facts.set(stream, changes ? applyChanges(facts.get(stream)!, changes) : data);
  }
  return facts;
}

function leasesOf(events: readonly RecordedEvent[]): Lease[] {
  const facts = factsOf(events);
  const under = <Facts>(prefix: string): Facts[] =>
    [...facts].filter(([stream]) => stream.startsWith(prefix)).map(([, data]) => data as Facts);
  return under<AllocationFacts>(ALLOCATION_STREAMS.prefix).map((lease) => {
    const residence = facts.get(RESIDENCE_STREAMS.name(lease.residence)) as ResidenceFacts;
    const on = lease.signedOn;
    const rows = rowId(lease.residence, '');
    const owners = under<OwnershipFacts>(OWNERSHIP_STREAMS.name(rows)).filter(({ from }) => from <= on);
    const qpv = residence.districts.filter((code) => {
      const district = facts.get(DISTRICT_STREAMS.name(code)) as PriorityDistrictFacts | undefined;
      return district && district.firstDay <= on && on <= (district.lastDay ?? '9999-12-31');
    });
    const notes = under<NoteFacts>(NOTE_STREAMS.name(rows));
    const note = noteOn(on, notes, under<SurveyFacts>(SURVEY_STREAMS.name(rows)), scalesOf(events));
    const landlord = owners.sort((a, b) => (a.from < b.from ? 1 : -1))[0]?.landlord ?? residence.landlord;
    const { contingent } = facts.get(HOLDER_STREAMS.name(lease.holder)) as ReservationHolderFacts;
    return { ...lease, qpv, note, landlord, commune: residence.commune, sector: residence.sector ?? null, contingent };
  });
}

/** The scale on each day on which an amendment takes effect, and the first one. */
function scalesOf(events: readonly RecordedEvent[]): SurveyScales {
  const days = events.flatMap((event) =>
    event.type === 'ConventionAmended' ? [event.data['effectiveOn'] as Day] : [],
  );
  const changes = [...new Set(days)].sort().map((from) => ({ from, scale: scaleOf(events, from) }));
  return [{ from: '', scale: scaleOf(events, '0000-01-01' as Day) }, ...changes];
}

/** The scale of the convention, then of each amendment that has taken effect, in the order in which they were recorded. */
function scaleOf(events: readonly RecordedEvent[], on: Day): SurveyScale {
  let scale = DEFAULT_SURVEY_SCALE;
  for (const event of events) {
    if (!CONVENTION_STREAM.has(event.type)) continue;
    const { type, data } = CONVENTION_STREAM.read(event);
    if (data.fragilityScale && (type === 'ConventionAdopted' || data.effectiveOn <= on)) scale = data.fragilityScale;
  }
  return scale;
}

const GROUPS: Readonly<Record<ReportScope, (lease: Lease) => readonly string[]>> = {
  epci: () => ['epci'],
  commune: (lease) => [lease.commune],
  secteur: (lease) => (lease.sector === null ? [] : [lease.sector]),
  bailleur: (lease) => [lease.landlord],
  reservataire: (lease) => [lease.holder, `contingent:${lease.contingent}`, ...partsOf(lease)],
  residence: (lease) => [lease.residence],
  qpv: (lease) => lease.qpv,
};

function partsOf({ contingent, delegatedTo }: Lease): readonly string[] {
  if (contingent !== 'epci') return [];
  return [delegatedTo === undefined ? OWN_PART : DELEGATED_PART];
}

const OWN_PART = 'contingent:epci_propre';
const DELEGATED_PART = 'contingent:epci_delegue';

/** `code group` → [numerator, denominator], where the denominator is not 0, counted lease by lease. */
export function naiveFigures(
  events: readonly RecordedEvent[],
  scope: ReportScope,
  from: Day,
  to: Day,
): Record<string, [number, number]> {
  const figures: Record<string, [number, number]> = {};
  for (const lease of leasesOf(events)) {
    if (lease.cancelled === true || lease.signedOn < from || lease.signedOn > to) continue;
    for (const group of GROUPS[scope](lease)) {
      for (const [code, [numerator, denominator]] of Object.entries(TABLE)) {
        if (!denominator(lease)) continue;
        const figure = (figures[`${code} ${group}`] ??= [0, 0]);
        figure[1] += 1;
        if (numerator(lease)) figure[0] += 1;
      }
    }
  }
  const isDivided = Object.keys(figures).some((key) => key.endsWith(` ${DELEGATED_PART}`));
  const shown = Object.entries(figures).filter(([key]) => isDivided || !key.endsWith(` ${OWN_PART}`));
  return Object.fromEntries(shown);
}
