import { INSTALLATION_ADMINISTRATOR } from '#access';
import { beginDemo } from '#imports';
import { LEASE, openDesk, receiptOf, TERRITORY, type Desk } from '../lease-rows/testing/desk';
import { importDirectory } from './import-directory';

describe('an import into the history of the demonstration', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());

  it('is refused for any files, also as a dry run, and writes nothing', async () => {
    await beginDemo(desk.store, 'sqy', INSTALLATION_ADMINISTRATOR);
    const refused = { code: 'import-into-demo' };
    await expect(desk.importing(TERRITORY)).rejects.toMatchObject(refused);
    const dryRun = { dryRun: true, actor: INSTALLATION_ADMINISTRATOR };
    await expect(importDirectory('/nowhere', dryRun, desk)).rejects.toMatchObject(refused);
    expect(await desk.history()).toHaveLength(1);
  });

  it('is accepted for the rows of the demonstration itself; single leases are accepted too', async () => {
    await beginDemo(desk.store, 'sqy', INSTALLATION_ADMINISTRATOR);
    const report = await desk.importing(TERRITORY, { isDemo: true });
    expect(report.faults).toEqual([]);
    expect((await receiptOf(desk.recorder, LEASE)).outcome).toBe('signed');
  });

  it('is accepted where the history does not begin with the demonstration', async () => {
    await desk.importing(TERRITORY);
    await beginDemo(desk.store, 'sqy', INSTALLATION_ADMINISTRATOR);
    expect((await desk.importing(TERRITORY)).faults).toEqual([]);
  });
});
