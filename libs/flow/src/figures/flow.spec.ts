import fc from 'fast-check';
import { day, type Day } from '#kernel';
import type { Contingent } from '#territory';
import type { OutsideFlow } from '#vacancy';
import type { FlowShareFacts } from '../events';
import type { FlowLease, FlowNames, FlowYear } from './count-landlord';
import { flowFigures, type LandlordFlow } from './flow';
import type { FlowDwelling, HeldDwelling } from './flow-dwelling';
import { BREAKDOWNS, COUNTS } from './tally';

const CONTINGENTS: Readonly<Record<string, Contingent>> = {
  VILLE: 'commune',
  EPCI: 'epci',
  ETAT: 'etat',
  AGENTS: 'etat_fonctionnaires',
  BAILLEUR: 'bailleur',
};
const HOLDERS = Object.keys(CONTINGENTS);
const NAMES: FlowNames = {
  landlords: ['L1', 'L2'].map((id) => ({ id, label: `Bailleur ${id}` })),
  holder: (code) => (code in CONTINGENTS ? { label: code, contingent: CONTINGENTS[code]! } : undefined),
  commune: (code) => `Commune ${code}`,
  place: (code) => (code === 'R1' ? { commune: 'C1', openedOn: day('1975-09-01') } : { commune: null, openedOn: null }),
};

const held = (holder: string, facts: Partial<HeldDwelling> = {}): HeldDwelling => ({
  holder,
  on: day('2026-03-02'),
  forOneTurn: false,
  outsideFlow: null,
  delegatedTo: null,
  renewals: 0,
  ended: null,
  ...facts,
});
const dwelling = (...all: readonly HeldDwelling[]): FlowDwelling => ({
  landlord: 'L1',
  residence: 'R1',
  inQpv: true,
  dwellingType: 'T3',
  financing: 'PLUS',
  firstLetting: false,
  held: all,
  closedFor: null,
});
const lease = (holder: string, facts: Partial<FlowLease> = {}): FlowLease => ({
  landlord: 'L1',
  holder,
  residence: 'R1',
  inQpv: true,
  dwellingType: 'T3',
  financing: 'PLUS',
  firstLetting: false,
  reserved: {},
  ...facts,
});
const share = (holder: string, part: number, facts: Partial<FlowShareFacts> = {}): FlowShareFacts => ({
  year: 2026,
  landlord: 'L1',
  holder,
  share: part,
  excluded: 0,
  ...facts,
});
const figures = (recorded: Partial<FlowYear>) =>
  flowFigures({ year: 2026, shares: [], dwellings: [], leases: [], ...recorded }, NAMES);
const times = <Item>(count: number, item: Item): readonly Item[] => Array.from({ length: count }, () => item);
const holderOf = ({ holders }: LandlordFlow, code: string) => holders.find(({ id }) => id === code)!;

describe('the flow of a landlord', () => {
  it('owes each holder its share of the dwellings given so far', () => {
    const dwellings = [...times(7, dwelling(held('VILLE'))), ...times(3, dwelling(held('ETAT')))];
    const [l1] = figures({
      dwellings,
      shares: [share('VILLE', 500_000), share('ETAT', 333_333, { excluded: 4 })],
    }).landlords;
    expect(l1).toMatchObject({ dwellings: 10, share: 0.833333, excluded: 4 });
    expect(holderOf(l1!, 'VILLE')).toMatchObject({ share: 0.5, owed: 5, given: 7, givenShare: 0.7, missing: 0 });
    // (3 + 1) / (10 + 1) is above 0.333333.
    expect(holderOf(l1!, 'ETAT')).toMatchObject({ share: 0.333333, owed: 3.33333, given: 3, missing: 1, excluded: 4 });
  });

  it('shows a holder without a share, and a share without a dwelling', () => {
    const [l1, l2] = figures({ dwellings: [dwelling(held('VILLE'))], shares: [share('EPCI', 100_000)] }).landlords;
    expect(l1!.holders.map(({ id, share: part, given, missing }) => [id, part, given, missing])).toEqual([
      ['EPCI', 0.1, 0, 1],
      ['VILLE', null, 1, 0],
    ]);
    expect(l2).toMatchObject({ id: 'L2', dwellings: 0, share: null, holders: [] });
  });

  it('counts leases where they are, a file’s too, and a lease for one turn in its contingent and apart', () => {
    const leases = [lease('VILLE'), lease('VILLE', { reserved: { forOneTurn: true }, residence: 'R9', inQpv: false })];
    const dwellings = [dwelling(held('VILLE', { ended: 'returned' }), held('VILLE', { forOneTurn: true }))];
    const ville = holderOf(figures({ leases, dwellings }).landlords[0]!, 'VILLE');
    expect(ville).toMatchObject({
      proposed: 1,
      given: 1,
      returned: 1,
      givenForOneTurn: 1,
      allocated: 2,
      allocatedForOneTurn: 1,
    });
    expect(ville.breakdowns.district).toEqual([
      { value: 'hors_qpv', proposed: 0, allocated: 1 },
      { value: 'qpv', proposed: 1, allocated: 1 },
    ]);
    expect(ville.breakdowns.buildingPeriod).toEqual([
      { value: '1975_1989', proposed: 1, allocated: 1 },
      { value: null, proposed: 0, allocated: 1 },
    ]);
  });

  it('keeps what is outside the flow out of every share', () => {
    const dwellings = [dwelling(held('BAILLEUR', { outsideFlow: 'vente' })), dwelling(held('VILLE'))];
    const leases = [lease('BAILLEUR', { reserved: { outsideFlow: 'relogement' } })];
    const [l1] = figures({ dwellings, leases }).landlords;
    expect(l1).toMatchObject({ dwellings: 1, proposed: 1, allocated: 0 });
    expect(l1!.holders.map(({ id }) => id)).toEqual(['VILLE']);
    expect(l1!.outsideFlow.filter(({ proposed, allocated }) => proposed + allocated > 0)).toEqual([
      { ground: 'relogement', proposed: 0, allocated: 1 },
      { ground: 'vente', proposed: 1, allocated: 0 },
    ]);
  });

  it('parts the quarter that the EPCI keeps from what it delegates', () => {
    const dwellings = [
      dwelling(held('EPCI')),
      ...times(2, dwelling(held('EPCI', { delegatedTo: 'C2' }))),
      dwelling(held('EPCI', { delegatedTo: 'C1' })),
      dwelling(held('VILLE')),
    ];
    const [l1] = figures({ dwellings, leases: [lease('EPCI', { reserved: { delegatedTo: 'C1' } })] }).landlords;
    expect(holderOf(l1!, 'EPCI').quarters).toEqual({
      own: { given: 1, allocated: 0 },
      delegated: [
        { id: 'C1', label: 'Commune C1', given: 1, allocated: 1 },
        { id: 'C2', label: 'Commune C2', given: 2, allocated: 0 },
      ],
      ownShare: 0.25,
    });
    expect(holderOf(l1!, 'VILLE').quarters).toBeNull();
  });

  it('holds the State’s share and its agents’ against the law, exactly', () => {
    const checksOf = (...shares: readonly FlowShareFacts[]) =>
      figures({ shares }).landlords[0]!.checks.map(({ shareMet }) => shareMet);
    expect(checksOf()).toEqual([null, null]);
    expect(checksOf(share('ETAT', 250_000), share('AGENTS', 50_000))).toEqual([true, true]);
    expect(checksOf(share('ETAT', 250_001), share('AGENTS', 50_000))).toEqual([false, true]);
    expect(checksOf(share('AGENTS', 50_001))).toEqual([true, false]);
    const dwellings = [...times(3, dwelling(held('ETAT'))), ...times(7, dwelling(held('VILLE')))];
    const [state, agents] = figures({ dwellings }).landlords[0]!.checks;
    expect([state!.givenShare, state!.givenMet, agents!.givenMet]).toEqual([0.3, true, true]);
    const tooMany = figures({ dwellings: [...dwellings, dwelling(held('AGENTS'))] }).landlords[0]!.checks;
    expect(tooMany.map(({ given, givenMet }) => [given, givenMet])).toEqual([
      [4, false],
      [1, false],
    ]);
  });

  it('weighs the shares of several landlords by their flows', () => {
    const dwellings = [...times(3, dwelling(held('VILLE'))), { ...dwelling(held('ETAT')), landlord: 'L2' }];
    const shares = [share('VILLE', 500_000), share('VILLE', 100_000, { landlord: 'L2' })];
    const { total } = figures({ dwellings, shares });
    // (3 × 0.5 + 1 × 0.1) / 4
    expect(holderOf(total, 'VILLE')).toMatchObject({ owed: 1.6, share: 0.4, given: 3, missing: 1 });
    expect(total.checks[0]).toMatchObject({ share: 0, shareMet: true, givenShare: 0.25 });
  });
});

const someHeld: fc.Arbitrary<HeldDwelling> = fc.record({
  holder: fc.constantFrom(...HOLDERS, 'INCONNU'),
  on: fc.constantFrom('2025-12-31', '2026-01-01', '2026-12-31').map(day),
  forOneTurn: fc.boolean(),
  outsideFlow: fc.option(fc.constantFrom<OutsideFlow>('relogement', 'vente'), { freq: 4 }),
  delegatedTo: fc.option(fc.constantFrom('C1', 'C2')),
  renewals: fc.nat(2),
  ended: fc.option(fc.constantFrom('returned' as const, 'takenBack' as const)),
});
const place = {
  landlord: fc.constantFrom('L1', 'L2', 'L3'),
  residence: fc.constantFrom('R1', 'R2'),
  inQpv: fc.boolean(),
  dwellingType: fc.option(fc.constantFrom('T1' as const, 'T3' as const)),
  financing: fc.option(fc.constantFrom('PLAI' as const, 'PLUS' as const)),
  firstLetting: fc.boolean(),
};
const someYear: fc.Arbitrary<FlowYear> = fc.record({
  year: fc.constant(2026),
  shares: fc.uniqueArray(
    fc.record({
      year: fc.constantFrom(2025, 2026),
      landlord: fc.constantFrom('L1', 'L2'),
      holder: fc.constantFrom(...HOLDERS),
      share: fc.nat(1_000_000),
      excluded: fc.nat(9),
    }),
    { selector: ({ year, landlord, holder }) => `${year}|${landlord}|${holder}` },
  ),
  dwellings: fc.array(
    fc.record({
      ...place,
      held: fc.array(someHeld, { maxLength: 3 }),
      closedFor: fc.option(fc.constantFrom('travaux', 'erreur')),
    }),
  ),
  leases: fc.array(
    fc.record({
      ...place,
      holder: fc.constantFrom(...HOLDERS),
      reserved: fc.constantFrom({}, { forOneTurn: true as const }, { outsideFlow: 'vente' }, { delegatedTo: 'C1' }),
    }),
  ),
});

describe('over random years', () => {
  const sumOf = <Item>(items: readonly Item[], count: (item: Item) => number): number =>
    items.reduce((sum, item) => sum + count(item), 0);

  it('the cells of a statement sum to its totals, and the landlords to the consolidation', () => {
    fc.assert(
      fc.property(someYear, (recorded) => {
        const { landlords, total } = flowFigures(recorded, NAMES);
        for (const of of [...landlords, total]) {
          for (const { breakdowns, proposed, allocated } of of.holders)
            for (const breakdown of BREAKDOWNS) {
              expect(sumOf(breakdowns[breakdown], (cell) => cell.proposed)).toBe(proposed);
              expect(sumOf(breakdowns[breakdown], (cell) => cell.allocated)).toBe(allocated);
            }
          expect(sumOf(of.holders, ({ given }) => given)).toBe(of.dwellings);
          expect(sumOf(of.holders, ({ proposed }) => proposed)).toBe(of.proposed);
          expect(sumOf(of.holders, ({ allocated }) => allocated)).toBe(of.allocated);
        }
        for (const { id, ...summed } of total.holders)
          for (const count of COUNTS) {
            const own = landlords.flatMap(({ holders }) => holders.filter((holder) => holder.id === id));
            expect(sumOf(own, (holder) => holder[count])).toBe(summed[count]);
          }
        expect(sumOf(landlords, ({ dwellings }) => dwellings)).toBe(total.dwellings);
      }),
    );
  });

  it('what is told apart is in what is counted, and what was given was proposed', () => {
    fc.assert(
      fc.property(someYear, (recorded) => {
        for (const { holders } of flowFigures(recorded, NAMES).landlords)
          for (const holder of holders) {
            const { given, proposed, allocated, quarters } = holder;
            expect(given).toBeLessThanOrEqual(proposed);
            for (const apart of [holder.givenForOneTurn, holder.givenFirstLettings, holder.closed])
              expect(apart).toBeLessThanOrEqual(given);
            for (const apart of [holder.returned, holder.takenBack, holder.renewed])
              expect(apart).toBeLessThanOrEqual(proposed);
            expect(holder.allocatedForOneTurn).toBeLessThanOrEqual(allocated);
            if (quarters) {
              expect(quarters.own.given + sumOf(quarters.delegated, (one) => one.given)).toBe(given);
              expect(quarters.own.allocated + sumOf(quarters.delegated, (one) => one.allocated)).toBe(allocated);
            }
          }
      }),
    );
  });

  it('each dwelling oriented in the year and in the flow is given once', () => {
    fc.assert(
      fc.property(someYear, (recorded) => {
        const isOfYear = ({ on }: { readonly on: Day }) => on >= '2026-01-01';
        const expected = recorded.dwellings.filter(({ landlord, held: all, closedFor }) => {
          const last = all.at(-1);
          return landlord !== 'L3' && last && isOfYear(last) && last.outsideFlow === null && closedFor !== 'erreur';
        });
        expect(flowFigures(recorded, NAMES).total.dwellings).toBe(expected.length);
      }),
    );
  });
});
