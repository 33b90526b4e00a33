import { breakingStore } from './testing/breaking-store';
import { contents, leasePlaced, SAMPLE } from './testing/sample';
import { Setting } from './testing/setting';

let setting: Setting;
beforeEach(() => {
  setting = new Setting();
});
afterEach(() => setting.destroy());

async function appendMany(count: number, landlord: string): Promise<void> {
  const events = Array.from({ length: count }, (_, index) => leasePlaced(`${landlord}-${index}`, landlord));
  await setting.eventStore.append({ stream: `lease-${landlord}`, expected: 'none', events });
}

describe('a rebuild', () => {
  it('goes on beside the live generation while events come, then takes its place', async () => {
    await appendMany(1_500, 'L-1');
    const runner = setting.runner();
    await runner.startLive();
    const before = await setting.model();
    let rebuilt = false;
    let leases = 0;
    const rebuild = runner.rebuild().then(() => (rebuilt = true));
    expect((await runner.status()).rebuilding).toBe(true);
    while (!rebuilt) {
      const [position] = await setting.append(leasePlaced(`new-${leases++}`, 'L-2'));
      await runner.waitFor(position!);
      expect(await setting.leasesOf('L-2')).toBe(leases);
    }
    await rebuild;
    const after = await setting.model();
    expect(after.generation).not.toBe(before.generation);
    const [last] = await setting.append(leasePlaced('last', 'L-3'));
    await runner.waitFor(last!);
    const counts = await Promise.all(['L-1', 'L-2', 'L-3'].map((landlord) => setting.leasesOf(landlord)));
    expect(counts).toEqual([1_500, leases, 1]);
    expect((await runner.status()).rebuilding).toBe(false);
  });

  it('leaves the old generation to those who read it, until the store is next opened', async () => {
    await setting.append(leasePlaced('a', 'L-1'));
    const runner = setting.runner();
    await runner.catchUp();
    const old = await setting.model();
    await runner.rebuild();
    expect(await old.get('counter', 'L-1')).not.toBeNull();
    expect(await contents(await setting.model())).toEqual(await contents(old));
    await setting.runner().catchUp();
    await expect(old.get('counter', 'L-1')).rejects.toMatchObject({ code: 'model-dropped' });
    expect(await setting.readStore.versions()).toHaveLength(1);
  });

  it('stops at an event that cannot be applied, and readers keep what they had', async () => {
    await setting.append(leasePlaced('a', 'L-1'), leasePlaced('b', 'L-9', { poison: true }));
    const runner = setting.runner();
    await runner.catchUp();
    const { generation } = await setting.model();
    await expect(runner.rebuild()).rejects.toMatchObject({ code: 'rebuild-stopped', cause: { code: 'poison' } });
    expect((await setting.model()).generation).toBe(generation);
    expect(await setting.readStore.versions()).toHaveLength(1);
    await setting.append(leasePlaced('c', 'L-1'));
    await runner.catchUp();
    expect([await setting.leasesOf('L-1'), (await runner.status()).parked]).toEqual([2, 1]);
  });

  it('empties the list of parked events where they can be applied again', async () => {
    await setting.append(leasePlaced('a', 'L-1'), leasePlaced('b', 'L-1'));
    const failing = { ...SAMPLE, start: () => ({ apply: () => Promise.reject(new TypeError('x is undefined')) }) };
    const broken = setting.runner({ projection: failing });
    await broken.catchUp();
    expect(await broken.parked()).toMatchObject([{ code: 'unexpected', message: 'x is undefined' }, {}]);
    const runner = setting.runner();
    await runner.rebuild();
    expect([await setting.leasesOf('L-1'), (await runner.status()).parked]).toEqual([2, 0]);
  });

  it('that was cut off is forgotten at the next opening', async () => {
    await setting.append(leasePlaced('a', 'L-1'));
    await setting.runner().catchUp();
    const beside = await setting.readStore.beside(SAMPLE.model);
    expect((await setting.runner().status()).rebuilding).toBe(true);
    await setting.runner().catchUp();
    expect((await setting.readStore.versions()).map(({ generation }) => generation)).not.toContain(beside.generation);
  });

  it('runs once at a time, and is given up when the runner stops', async () => {
    await appendMany(3_000, 'L-1');
    const runner = setting.runner();
    await runner.catchUp();
    const rebuild = expect(runner.rebuild()).rejects.toMatchObject({ code: 'projection-stopped' });
    await expect(runner.rebuild()).rejects.toMatchObject({ code: 'rebuild-under-way' });
    await runner.stop();
    await rebuild;
    expect(await setting.leasesOf('L-1')).toBe(3_000);
  });

  it('that fails in the store leaves readers what they had', async () => {
    await setting.append(leasePlaced('a', 'L-1'));
    let broken = false;
    const readStore = breakingStore(setting.readStore, () => (broken ? { keep: [] } : null));
    const runner = setting.runner({ readStore });
    await runner.catchUp();
    broken = true;
    await expect(runner.rebuild()).rejects.toThrow('the process died');
    expect(await setting.leasesOf('L-1')).toBe(1);
  });
});

describe('a new version of a projection', () => {
  it('starts empty, catches up, and the old one goes at the next opening', async () => {
    await setting.append(leasePlaced('a', 'L-1'));
    await setting.runner().catchUp();
    const projection = { ...SAMPLE, model: { ...SAMPLE.model, version: 2 } };
    const runner = setting.runner({ projection });
    await runner.catchUp();
    expect((await runner.status()).position).not.toBeNull();
    expect(await setting.readStore.versions()).toHaveLength(2);
    await setting.runner({ projection }).catchUp();
    expect(await setting.readStore.versions()).toMatchObject([{ version: 2, active: true }]);
  });
});
