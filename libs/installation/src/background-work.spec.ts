import { NO_UPCASTERS } from '#event-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Held } from '#processing';
import { BackgroundWorks, type BackgroundWork } from './background-work';
import type { Installation } from './installation';
import { openInstallation } from './open';

let folder: string;
let installation: Installation;
let steps: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mixite-works-'));
  installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: NO_UPCASTERS,
    projections: [],
  });
  steps = [];
});
afterEach(async () => {
  await installation.close();
  rmSync(folder, { recursive: true });
});

const ended = ({ signal }: Held): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const work = (name: string, before: () => Promise<void> = async () => undefined): BackgroundWork => ({
  name,
  async run(held, begun) {
    steps.push(`${name} starts`);
    await before();
    steps.push(`${name} has begun`);
    begun();
    await ended(held);
    steps.push(`${name} ends`);
  },
});

describe('the background works of the only process of an installation', () => {
  it('begin one after the other, and all end at `stop`', async () => {
    const works = new BackgroundWorks(installation, [() => [work('a', () => wait(20))], () => [], () => [work('b')]]);
    await works.begun;
    expect(steps).toEqual(['a starts', 'a has begun', 'b starts', 'b has begun']);
    await works.stop();
    expect(steps.slice(4).sort()).toEqual(['a ends', 'b ends']);
  });

  it('begin again where one fails after it has begun', async () => {
    const errors: unknown[] = [];
    let runs = 0;
    const failing: BackgroundWork = {
      name: 'a',
      async run(held, begun) {
        runs += 1;
        begun();
        if (runs === 1) throw new Error('the store does not answer');
        await ended(held);
      },
    };
    const works = new BackgroundWorks(installation, [() => [failing]], { onError: (error) => errors.push(error) });
    await works.begun;
    while (runs < 2) await wait(10);
    await works.stop();
    expect(errors).toMatchObject([{ message: 'the store does not answer' }]);
  });

  it('do not begin where the first one fails at its beginning', async () => {
    const failing = work('a', () => Promise.reject(new Error('no')));
    const works = new BackgroundWorks(installation, [() => [failing, work('b')]]);
    await expect(works.begun).rejects.toThrow('no');
    await works.stop();
    expect(steps).not.toContain('b starts');
  });

  it('end at `stop` even where not all have begun', async () => {
    const slow: BackgroundWork = { name: 'a', run: (held) => ended(held) };
    const works = new BackgroundWorks(installation, [() => [slow, work('b')]]);
    await works.stop();
    await works.begun;
    expect(steps).toEqual([]);
  });
});

it('refuses a projection and a process manager that share a name', async () => {
  const model = { name: 'same', version: 1, collections: [] };
  const projection = { model, types: [], start: () => ({ apply: () => undefined }) };
  const manager = { name: 'same', version: 1, types: [], react: () => [] };
  const sender = () => ({ send: async () => undefined });
  const place = { folder: join(folder, 'other') };
  const opening = openInstallation({
    place,
    mode: 'writer',
    upcasters: NO_UPCASTERS,
    projections: [projection],
    processes: [{ manager, sender }],
  });
  await expect(opening).rejects.toMatchObject({ code: 'invalid-definition' });
});
