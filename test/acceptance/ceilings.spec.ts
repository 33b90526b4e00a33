import { FILES, templateOf, type ImportReport } from '#exchange';
import { Office, type Files } from './support/office';

const HEADER = 'annee;zone;financement;categorie;plafond;par_personne;pct_plus_qpv';
const ceilings = (...rows: readonly string[]): Files => ({ 'plafonds.csv': `${[HEADER, ...rows].join('\n')}\n` });
const counted = ({ files }: ImportReport) => files.map(({ events, unchanged }) => `${events} ${unchanged}`);

describe('the ceilings of plafonds.csv', () => {
  let office: Office;
  beforeEach(() => (office = new Office()));
  afterEach(() => office.close());

  it('add nothing the second time, and one correcting event where a row changes', async () => {
    const rows = ['2025;ile_de_france;PLUS;1;26 687 €;;', '2025;ile_de_france;PLUS;6;76504;8524;'];
    expect(counted(await office.record(ceilings(...rows)))).toEqual(['2 0']);
    expect(counted(await office.record(ceilings(...rows.toReversed())))).toEqual(['0 2']);
    expect(counted(await office.record(ceilings('2025;ile_de_france;PLUS;1;26687;;160')))).toEqual(['1 0']);
    const events = (await office.history()).filter(({ type }) => type.startsWith('Ceiling'));
    expect(events.map(({ type, stream, metadata }) => [type, stream, metadata.effectiveDay])).toEqual([
      ['CeilingSet', 'ceiling-2025|ile_de_france|PLUS|1', '2025-01-01'],
      ['CeilingSet', 'ceiling-2025|ile_de_france|PLUS|6', '2025-01-01'],
      ['CeilingCorrected', 'ceiling-2025|ile_de_france|PLUS|1', '2025-01-01'],
    ]);
    expect(events[0]!.data).toMatchObject({ ceiling: 2_668_700, extraPerson: null, districtShare: null });
    expect(events[2]!.data['changes']).toEqual({ districtShare: { from: null, to: 160 } });
  });

  it('have a fault at each cell that no order could have, and nothing is written', async () => {
    const { faults, warnings } = await office.send(
      ceilings(
        '2025;banlieue;PLUS;1;26687;;',
        '2025;ile_de_france;PLI;1;26687;;',
        '2025;ile_de_france;PLUS;7;26687;;',
        '2025;ile_de_france;PLUS;2;39885;8524;',
        '2025;ile_de_france;PLUS;3;47944;;99',
        '2025;ile_de_france;PLUS;4;4786;;',
        '2025;ile_de_france;PLUS;4;57429;;',
      ),
    );
    expect(faults.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 zone',
      '3 financement',
      '4 categorie',
      '5 par_personne',
      '6 pct_plus_qpv',
      '8 annee',
    ]);
    expect(warnings.map(({ line, column }) => `${line} ${column}`)).toEqual(['7 plafond']);
    expect(await office.history()).toEqual([]);
  });

  it('are looked up in the zone of a commune, which an earlier import may have left unknown', async () => {
    await office.record({ 'communes.csv': 'code_insee;nom\n78621;Trappes\n' });
    const report = await office.record({
      'communes.csv': 'code_insee;nom;zone_plafonds\n78621;Trappes;ile_de_france\n',
    });
    expect(counted(report)).toEqual(['1 0']);
    expect((await office.history()).at(-1)).toMatchObject({
      type: 'CommuneCorrected',
      data: { changes: { ceilingZone: { from: null, to: 'ile_de_france' } } },
    });
  });

  it('of the example file can be imported', async () => {
    const spec = FILES.find(({ file }) => file === 'plafonds.csv')!;
    expect(counted(await office.record({ 'plafonds.csv': templateOf(spec) }))).toEqual(['2 0']);
  });
});
