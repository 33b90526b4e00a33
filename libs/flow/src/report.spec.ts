import { limitedTo, NOTHING } from '#access';
import { readerOf } from '#access/testing';
import { day } from '#kernel';
import { declared, oriented, reoriented, returned } from '#vacancy/testing';
import { FlowSetting, holderIn } from './testing';

let setting: FlowSetting;
beforeEach(async () => {
  setting = FlowSetting.open();
  await setting.territory();
});
afterEach(() => setting.destroy());

const ofL1 = declared({ landlord: 'L1', residence: 'R1', districts: ['Q1'] });
const ofL2 = declared({ landlord: 'L2', residence: 'R2' });
const to = (holder: string) => oriented({ holder, on: day('2026-03-02') });

describe('the report of the flow', () => {
  it('shows every landlord, and the year of the statement', async () => {
    const report = await setting.report();
    expect(report).toMatchObject({
      year: 2026,
      from: '2026-01-01',
      to: '2026-12-31',
      dueBefore: '2027-02-28',
      landlord: null,
    });
    expect(report.landlords.map(({ id, label, dwellings, holders }) => [id, label, dwellings, holders])).toEqual([
      ['L1', 'Bailleur L1', 0, []],
      ['L2', 'Bailleur L2', 0, []],
    ]);
    expect(report.total).toMatchObject({ id: null, dwellings: 0, share: null });
  });

  it('joins dwellings and leases with their places and holders', async () => {
    await setting.share();
    await setting.vacancy('a', ofL1, to('VILLE'));
    await setting.vacancy('b', ofL2, to('VILLE'));
    await setting.lease('a', { residence: 'R1', dwellingType: 'T2' });
    const report = await setting.report();
    expect(holderIn(report, 'VILLE', 'L1')).toMatchObject({
      label: 'Réservataire VILLE',
      contingent: 'commune',
      share: 0.2,
      owed: 0.2,
      given: 1,
      proposed: 1,
      allocated: 1,
      breakdowns: {
        dwellingType: [
          { value: 'T2', proposed: 0, allocated: 1 },
          { value: 'T3', proposed: 1, allocated: 0 },
        ],
        district: [{ value: 'qpv', proposed: 1, allocated: 1 }],
        commune: [{ value: 'C1', proposed: 1, allocated: 1 }],
        buildingPeriod: [{ value: '1975_1989', proposed: 1, allocated: 1 }],
      },
    });
    expect(holderIn(report, 'VILLE')).toMatchObject({ given: 2, allocated: 1, share: 0.1 });
    expect(report.communes).toEqual([
      { id: 'C1', label: 'Commune C1' },
      { id: 'C2', label: 'Commune C2' },
    ]);
  });

  it('leaves out leases that were cancelled, and knows how a live one was reserved', async () => {
    await setting.lease('cancelled', { residence: 'R1' });
    await setting.lease('cancelled', { residence: 'R1', cancelled: true });
    await setting.lease('turn', { residence: 'R1', forOneTurn: true });
    await setting.lease('outside', { residence: 'R1', holder: 'BAILLEUR', outsideFlow: 'mutation_interne' });
    await setting.lease('delegated', { residence: 'R1', holder: 'EPCI', delegatedTo: 'C2' });
    await setting.lease('moved', { residence: 'R1', forOneTurn: true, signedOn: day('2025-12-31') });
    await setting.lease('moved', { residence: 'R1', forOneTurn: true, signedOn: day('2026-01-02') });
    const report = await setting.report();
    expect(holderIn(report, 'VILLE', 'L1')).toMatchObject({ allocated: 2, allocatedForOneTurn: 2 });
    expect(report.landlords[0]!.outsideFlow).toContainEqual({ ground: 'mutation_interne', proposed: 0, allocated: 1 });
    expect(holderIn(report, 'EPCI').quarters).toMatchObject({
      delegated: [{ id: 'C2', label: 'Commune C2', allocated: 1 }],
    });
    expect(await setting.report({ year: 2025 })).toMatchObject({ total: { allocated: 0 } });
  });

  it('shows what was known at an instant', async () => {
    await setting.share();
    await setting.vacancy('a', ofL1, to('VILLE'));
    await setting.lease('a', { residence: 'R1' });
    const asOf = setting.history.clock.now();
    await setting.share({ share: 300_000 });
    await setting.vacancy('a', returned(), reoriented({ holder: 'ETAT', on: day('2026-03-06') }));
    await setting.lease('a', { residence: 'R1', cancelled: true });
    const [before, now] = [await setting.report({ asOf }), await setting.report()];
    expect(before.asOf).toBe(asOf);
    expect(holderIn(before, 'VILLE')).toMatchObject({ share: 0.2, given: 1, returned: 0, allocated: 1 });
    expect(holderIn(before, 'ETAT')).toBeUndefined();
    expect(holderIn(now, 'VILLE', 'L1')).toMatchObject({
      share: 0.3,
      given: 0,
      proposed: 1,
      returned: 1,
      allocated: 0,
    });
    expect(holderIn(now, 'ETAT')).toMatchObject({ given: 1 });
    const nothing = await setting.report({ asOf: day('2020-01-01') });
    expect(nothing).toMatchObject({ position: null, landlords: [], total: { dwellings: 0 } });
  });

  it('shows what both models have, where one of them is behind', async () => {
    await setting.vacancy('a', ofL1, to('VILLE'));
    await setting.applyFlow();
    await setting.applyLeases();
    await setting.lease('a', { residence: 'R1' });
    await setting.vacancy('b', ofL1, to('VILLE'));
    await setting.applyFlow();
    const [flow, leases] = [await setting.shown(), await setting.report()];
    expect(flow.position! < leases.position!).toBe(true);
    expect(holderIn(flow, 'VILLE')).toMatchObject({ given: 1, allocated: 0 });
    expect(holderIn(leases, 'VILLE')).toMatchObject({ given: 2, allocated: 1 });
  });

  it('is one landlord’s statement, where one is asked for', async () => {
    await setting.vacancy('a', ofL1, to('VILLE'));
    await setting.vacancy('b', ofL2, to('VILLE'));
    const report = await setting.report({ landlord: 'L2' });
    expect(report).toMatchObject({ landlord: 'L2', landlords: [{ id: 'L2', dwellings: 1 }], total: { dwellings: 1 } });
    await expect(setting.report({ landlord: 'L9' })).rejects.toThrow('unknown-landlord');
  });
});

describe('under a scope', () => {
  it('a landlord sees its own flow only', async () => {
    await setting.vacancy('a', ofL1, to('VILLE'));
    await setting.vacancy('b', ofL2, to('VILLE'));
    await setting.share({ landlord: 'L1' });
    await setting.lease('a', { residence: 'R1' });
    const l2 = readerOf(limitedTo({ landlord: ['L2'] }));
    const report = await setting.report({}, l2);
    expect(report.landlords.map(({ id }) => id)).toEqual(['L2']);
    expect(report.total).toMatchObject({ dwellings: 1, allocated: 0, share: null });
    await expect(setting.report({ landlord: 'L1' }, l2)).rejects.toThrow('unknown-landlord');
    // The codes of holders say nothing of landlords.
    const both = readerOf(limitedTo({ landlord: ['L2'], holder: ['VILLE'], commune: ['C1'] }));
    expect((await setting.report({}, both)).total).toMatchObject({ dwellings: 1, allocated: 0 });
  });

  it('no other codes see it', async () => {
    for (const scope of [
      limitedTo({ holder: ['VILLE'] }),
      limitedTo({ commune: ['C1'] }),
      limitedTo({ landlord: [] }),
      NOTHING,
    ])
      await expect(setting.report({}, readerOf(scope))).rejects.toThrow(/not-allowed/);
  });
});
