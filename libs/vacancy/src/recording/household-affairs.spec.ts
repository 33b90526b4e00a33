import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { complianceProjection } from '#compliance';
import { aLease, History } from '#compliance/testing';
import { CommandPipeline, handlingOf } from '#deciding';
import { NO_UPCASTERS, readWholeStream } from '#event-store';
import { BackgroundWorks, openInstallation, projectionWorks, type Installation } from '#installation';
import { day, newUuid, type Uuid } from '#kernel';
import { aCommune, aHolder, aLandlord, aResidence, TestClock } from '#territory/testing';
import { APPLICATIONS, type ApplicationCommand } from '../applications/application';
import { RecordedHouseholds } from './household-affairs';
import { ProcessReference } from './process-reference';

let folder: string;
let installation: Installation;
let history: History;
let working: BackgroundWorks;
let reference: ProcessReference;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mixite-households-'));
  const clock = new TestClock();
  const projections = [complianceProjection];
  installation = await openInstallation({
    place: { folder },
    mode: 'writer',
    upcasters: NO_UPCASTERS,
    projections,
    clock,
  });
  history = new History(installation.eventStore, clock);
  reference = new ProcessReference(installation.eventStore);
  working = new BackgroundWorks(installation, [projectionWorks]);
  await working.begun;
});
afterEach(async () => {
  await working.stop();
  await installation.close();
  rmSync(folder, { recursive: true });
});

const affairsOf = async (household: Uuid) => {
  await reference.reachHead();
  return new RecordedHouseholds(installation).of(household, reference);
};

async function housed(): Promise<Uuid> {
  await history.declare('Commune', aCommune('C1'));
  await history.declare('Landlord', aLandlord('L1'));
  await history.declare('ReservationHolder', aHolder('H1'));
  await history.declare('Residence', aResidence('R1'));
  await history.lease('N1', aLease());
  const [signed] = await readWholeStream(installation.eventStore, (await history.all()).at(-1)!.stream);
  return signed!.data['household'] as Uuid;
}

describe('the affairs of a household', () => {
  it('show that it is housed from its lease on, until that lease is cancelled', async () => {
    const household = await housed();
    expect(await affairsOf(household)).toMatchObject({ isHoused: true, hasEnded: false });
    expect(await affairsOf(newUuid())).toMatchObject({ isHoused: false });
    await history.lease('N1', aLease({ cancelled: true }));
    expect(await affairsOf(household)).toMatchObject({ isHoused: false });
  });

  it('show a lease that the read model does not show yet', async () => {
    await reference.reachHead();
    await working.stop();
    const household = await housed();
    expect(await affairsOf(household)).toMatchObject({ isHoused: true });
    await history.lease('N1', aLease({ cancelled: true }));
    expect(await affairsOf(household)).toMatchObject({ isHoused: false });
  });

  it('show a lease of before the process began, and its cancellation after', async () => {
    const household = await housed();
    expect(await affairsOf(household)).toMatchObject({ isHoused: true });
    expect(reference.leases.of(newUuid())).toBeUndefined();
    await working.stop();
    await history.lease('N1', aLease({ cancelled: true }));
    expect(await affairsOf(household)).toMatchObject({ isHoused: false });
  });

  it('show that its application ended, until it is reopened', async () => {
    const household = newUuid();
    const pipeline = new CommandPipeline(
      handlingOf(APPLICATIONS, installation.eventStore),
      installation.pipelineStores,
    );
    const today = day('2024-01-01');
    const send = (command: Partial<ApplicationCommand>) =>
      pipeline.send({ household, today, ...command } as ApplicationCommand, { actor: INSTALLATION_ADMINISTRATOR });
    await send({ verb: 'end', on: today, motive: 'renonciation' });
    expect(await affairsOf(household)).toMatchObject({ hasEnded: true });
    await send({ verb: 'reopen' });
    expect(await affairsOf(household)).toMatchObject({ hasEnded: false });
  });
});
