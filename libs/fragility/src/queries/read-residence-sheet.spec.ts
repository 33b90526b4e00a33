import { QueryBus } from '@nestjs/cqrs';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { day, refuse } from '#kernel';
import { FragilitySheets } from '../report/sheet';
import { aNote, FragilitySetting } from '../testing';
import { LeasesOfResidence, type LeaseFigure } from './leases-of-residence';
import { ReadResidenceSheet, ReadResidenceSheetHandler } from './read-residence-sheet';

const FIGURES: readonly LeaseFigure[] = [{ code: 'Q1', numerator: 2, denominator: 9, rate: 2 / 9 }];

describe('the sheet of a residence with its leases', () => {
  let setting: FragilitySetting;
  let asked: unknown[];
  beforeEach(async () => {
    setting = await FragilitySetting.open();
    await setting.territory();
    await setting.history.note(aNote('R1', '2023-05-01', { commune: 4 }));
    asked = [];
  });
  afterEach(() => setting.destroy());

  /** Asks for the sheet. The test itself answers the query for leases. */
  async function sheet(residence: string, on: string, asOf?: ReturnType<typeof setting.history.clock.now>) {
    const bus = {
      execute: (query: unknown) => {
        asked.push(query);
        return Promise.resolve(FIGURES);
      },
    } as Partial<QueryBus> as QueryBus;
    const handler = new ReadResidenceSheetHandler(setting.installation, bus, new FragilitySheets(setting.sources));
    return handler.execute(new ReadResidenceSheet(residence, { on: day(on), asOf }, INSTALLATION_ADMINISTRATOR));
  }

  it('asks for the leases signed since its notes are in force, as of the same instant', async () => {
    const asOf = setting.history.clock.now();
    expect(await sheet('R1', '2024-01-31', asOf)).toMatchObject({
      residence: { id: 'R1' },
      allocations: { from: '2023-05-01', to: '2024-01-31', figures: FIGURES },
    });
    expect(asked).toEqual([new LeasesOfResidence('R1', day('2023-05-01'), day('2024-01-31'), asOf)]);
  });

  it('asks for no leases before any note', async () => {
    expect(await sheet('R1', '2023-04-30')).toMatchObject({ residence: { id: 'R1' }, allocations: null });
    expect(asked).toEqual([]);
  });

  it('asks for no leases of an unknown residence', async () => {
    expect(await sheet('R9', '2024-01-31')).toEqual(refuse('unknown-residence'));
    expect(asked).toEqual([]);
  });
});
