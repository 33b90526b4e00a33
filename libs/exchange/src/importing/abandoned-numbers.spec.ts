import { ALLOCATION_STREAMS } from '#allocation';
import { newUuid } from '#kernel';
import { LEASE, openDesk, receiptOf, TERRITORY, type Desk } from '../lease-rows/testing/desk';

describe('a number whose signature was abandoned', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
    await desk.importing(TERRITORY);
    const session = desk.vault.session();
    await session.prepare({ allocations: [LEASE['numero_attribution']!] });
    allocation = session.allocation(LEASE['numero_attribution']!);
    await session.commit();
    await abandon('none');
  });
  afterEach(() => desk.close());

  let allocation: string;
  const abandon = (expected: 'none' | number) => {
    const id = newUuid();
    const metadata = { actor: 'agent', role: 'administrator', correlationId: id, causationId: id };
    const event = ALLOCATION_STREAMS.write({ type: 'AllocationAbandoned', data: { for: null } }, { id, metadata });
    return desk.store.append({ stream: ALLOCATION_STREAMS.name(allocation), expected, events: [event] });
  };
  const typesOf = async () =>
    (await desk.store.readStream(ALLOCATION_STREAMS.name(allocation), { maxCount: 10 })).map(({ type }) => type);

  it('is recorded by a file, and the same row is unchanged', async () => {
    await abandon(0);
    const report = await desk.importing({ 'attributions.csv': [LEASE] });
    expect(report.files).toMatchObject([{ events: 1, unchanged: 0 }]);
    expect((await desk.importing({ 'attributions.csv': [LEASE] })).files).toMatchObject([{ events: 0, unchanged: 1 }]);
    await desk.importing({ 'attributions.csv': [{ ...LEASE, dalo: 'O' }] });
    expect(await typesOf()).toEqual([
      'AllocationAbandoned',
      'AllocationAbandoned',
      'AllocationSigned',
      'AllocationCorrected',
    ]);
  });

  it('is recorded by a lease over HTTP', async () => {
    expect(await receiptOf(desk.recorder, LEASE)).toMatchObject({ outcome: 'signed', revision: 1, allocation });
    expect(await receiptOf(desk.recorder, LEASE)).toMatchObject({ outcome: 'unchanged', revision: 1 });
  });

  it('is no lease for bounds that come late', async () => {
    const bounds = [{ annee: '2023', q1: '12000', q2: '17000', q3: '25000' }];
    expect((await desk.importing({ 'seuils.csv': bounds })).faults).toEqual([]);
    expect((await desk.importing({ 'communes.csv': [{ code_insee: '78423', nom: 'Montigny' }] })).faults).toEqual([]);
    expect(await typesOf()).toEqual(['AllocationAbandoned']);
  });
});
