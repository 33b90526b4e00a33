import { INSTALLATION_ADMINISTRATOR } from '#access';
import { ALLOCATION_STREAMS } from '#allocation';
import { aNote } from '#fragility/testing';
import { isRefusal, uuidV5, type AsOf } from '#kernel';
import { aLease, Setting, type History } from '../testing';
import { AllocationLists } from './allocation-lists';

const ORDER = [{ word: 'date_bail', direction: 'asc' }] as const;

describe('the list of corrected leases', () => {
  let setting: Setting;
  let history: History;
  beforeEach(async () => {
    setting = Setting.open();
    history = setting.history;
    await setting.territory();
    for (const name of ['kept', 'corrected', 'cancelled', 'revised']) await history.lease(name, aLease());
    await history.lease('signed as cancelled', aLease({ cancelled: true }));
  });
  afterEach(() => setting.destroy());

  const NAMES = ['kept', 'corrected', 'cancelled', 'revised', 'signed as cancelled'];

  async function listed(corrected: 0 | 1, asOf?: AsOf): Promise<readonly string[]> {
    await setting.report();
    const query = { filter: { where: { corrected } }, sort: ORDER, limit: 50, asOf };
    const page = await new AllocationLists(setting.sources).page(query, INSTALLATION_ADMINISTRATOR);
    if (isRefusal(page)) throw new Error(page.code);
    expect(page.allocations.map((row) => row.corrigee)).toEqual(page.allocations.map(() => corrected === 1));
    const ids = page.allocations.map((row) => row.identifiant);
    return NAMES.filter((name) => ids.includes(uuidV5(name)));
  }

  it('holds those that were corrected or cancelled, as far as the moment of the list knew it', async () => {
    const before = history.clock.now();
    await history.lease('corrected', aLease({ quartile: 2 }));
    await history.lease('cancelled', aLease({ cancelled: true }));
    expect(await listed(1)).toEqual(['corrected', 'cancelled', 'signed as cancelled']);
    expect(await listed(0)).toEqual(['kept', 'revised']);
    expect(await listed(1, before)).toEqual(['signed as cancelled']);
    expect(await listed(0, before)).toEqual(['kept', 'corrected', 'cancelled', 'revised']);
  });

  it('keeps a lease that takes effect after all, and one that is joined anew', async () => {
    await history.lease('cancelled', aLease({ cancelled: true }));
    await history.lease('cancelled', aLease({ cancelled: false }));
    await history.note(aNote('R1', '2023-01-01', { commune: 5 }));
    expect(await listed(1)).toEqual(['cancelled', 'signed as cancelled']);
  });

  it('holds none that only a threshold recorded later changed', async () => {
    const facts = { from: null, to: 1, basis: 'thresholds' };
    await history.record(ALLOCATION_STREAMS.name(uuidV5('revised')), 'QuartileRevised', facts);
    await history.lease('corrected', aLease({ quartile: 2 }));
    expect(await listed(1)).toEqual(['corrected', 'signed as cancelled']);
  });
});
