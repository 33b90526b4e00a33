import { exampleEvent } from '#event-store/testing';
import type { ObservedPage, ProjectionObserver } from './observer';
import type { ParkedEvent } from './parked';
import { leasePlaced } from './testing/sample';
import { Setting } from './testing/setting';

let setting: Setting;
beforeEach(() => {
  setting = new Setting();
});
afterEach(() => setting.destroy());

/** Keeps what it sees: each page with the leases that readers saw before and after it, and each checkpoint. */
function watching(leases: () => Promise<number>) {
  const pages: { page: ObservedPage; before: number; after: number }[] = [];
  const checkpoints: string[] = [];
  const parked: { projection: string; event: ParkedEvent }[] = [];
  const observer: ProjectionObserver = {
    async page(page, work) {
      const before = await leases();
      await work();
      pages.push({ page, before, after: await leases() });
    },
    checkpoint: (projection) => checkpoints.push(projection),
    parked: (projection, event) => parked.push({ projection, event }),
  };
  return { observer, pages, checkpoints, parked };
}

it('sees each page of the past and each checkpoint, and no empty page', async () => {
  const { observer, pages, checkpoints } = watching(() => setting.leasesOf('L-1'));
  const runner = setting.runner({ observer });
  await setting.append(leasePlaced('a', 'L-1'), leasePlaced('b', 'L-1'));
  await runner.catchUp();
  await setting.append(exampleEvent());
  await runner.catchUp();
  expect(pages).toMatchObject([{ page: { projection: 'sample', live: false, events: [{}, {}] } }]);
  expect(checkpoints).toEqual(['sample', 'sample']);
});

it('sees live pages as they come, the work done within: documents and checkpoint', async () => {
  const { observer, pages } = watching(() => setting.leasesOf('L-1'));
  const runner = setting.runner({ observer });
  await runner.startLive();
  const [position] = await setting.append(leasePlaced('a', 'L-1'));
  await runner.waitFor(position!);
  expect(pages).toMatchObject([
    { page: { projection: 'sample', live: true, events: [{ position }] }, before: 0, after: 1 },
  ]);
});

it('sees a rebuild as the past', async () => {
  await setting.append(leasePlaced('a', 'L-1'));
  const { observer, pages } = watching(async () => 0);
  const runner = setting.runner({ observer });
  await runner.startLive();
  await runner.rebuild();
  expect(pages.map(({ page }) => page.live)).toEqual([false, false]);
});

it('sees each event that is parked, with the reason', async () => {
  const { observer, parked } = watching(async () => 0);
  const [position] = await setting.append(leasePlaced('a', 'L-1', { poison: true }), leasePlaced('b', 'L-1'));
  await setting.runner({ observer }).catchUp();
  expect(parked).toMatchObject([{ projection: 'sample', event: { position, type: 'LeasePlaced', code: 'poison' } }]);
});
