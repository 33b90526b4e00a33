import type { ImportReport } from '#exchange';
import { Office, type Files } from './support/office';

const TERRITORY: Files = {
  'bailleurs.csv': 'code_bailleur;nom\nL-A;Bailleur A\nL-B;Bailleur B\n',
  'reservataires.csv':
    'code_reservataire;nom;contingent\nETAT;État;etat\nAGENTS;Agents de l’État;etat_fonctionnaires\nAL;Action Logement;action_logement\n',
};
const shares = (...rows: readonly string[]): Files => ({
  'flux.csv': `annee;code_bailleur;code_reservataire;part;exclus\n${rows.join('\n')}\n`,
});
const counted = ({ files }: ImportReport) =>
  files.filter(({ file }) => file === 'flux.csv').map(({ events, unchanged }) => `${events} ${unchanged}`);
const said = (notices: ImportReport['warnings']) =>
  notices.map(({ line, column, value, message }) => `${line} ${column} ${value}: ${message}`);

describe('the shares of flux.csv', () => {
  let office: Office;
  beforeEach(() => (office = new Office()));
  afterEach(() => office.close());

  it('add nothing the second time, and one correcting event where a share changes', async () => {
    const first = ['2026;L-A;ETAT;25;3', '2026;L-A;AL;33,3333 %;0'];
    expect(counted(await office.record({ ...TERRITORY, ...shares(...first) }))).toEqual(['2 0']);
    expect(counted(await office.record(shares(...[...first].reverse())))).toEqual(['0 2']);
    expect(counted(await office.record(shares('2026;L-A;ETAT;20.5;3')))).toEqual(['1 0']);
    const events = (await office.history()).filter(({ type }) => type.startsWith('FlowShare'));
    expect(events.map(({ type, stream, metadata, data }) => [type, stream, metadata.effectiveDay, data])).toEqual([
      [
        'FlowShareAgreed',
        'flowshare-2026|L-A|ETAT',
        '2026-01-01',
        { year: 2026, landlord: 'L-A', holder: 'ETAT', share: 250_000, excluded: 3 },
      ],
      [
        'FlowShareAgreed',
        'flowshare-2026|L-A|AL',
        '2026-01-01',
        { year: 2026, landlord: 'L-A', holder: 'AL', share: 333_333, excluded: 0 },
      ],
      [
        'FlowShareCorrected',
        'flowshare-2026|L-A|ETAT',
        '2026-01-01',
        { changes: { share: { from: 250_000, to: 205_000 } } },
      ],
    ]);
  });

  it('have a fault at each cell that no share could have, and nothing is written', async () => {
    const faulty = [
      '26;L-A;ETAT;25;0',
      '2026;L-Z;ETAT;25;0',
      '2026;L-A;NUL;101;0',
      '2026;L-B;ETAT;25,12345;-1',
      '2027;L-B;ETAT;25;',
    ];
    const { faults } = await office.send({ ...TERRITORY, ...shares(...faulty) });
    expect(faults.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 annee',
      '3 code_bailleur',
      '4 part',
      '4 code_reservataire',
      '5 part',
      '5 exclus',
      '6 exclus',
    ]);
    expect(await office.history()).toEqual([]);
  });

  it('have a fault where a landlord, a holder and a year are given twice', async () => {
    const { faults } = await office.send({ ...TERRITORY, ...shares('2026;L-A;ETAT;25;0', '2026;L-A;ETAT;26;0') });
    expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining('déjà donné à la ligne 2')]);
  });

  it('warn where they come to more than the whole flow, or give the State too much, with the shares recorded before', async () => {
    const exact = await office.record({
      ...TERRITORY,
      ...shares('2026;L-A;ETAT;25;0', '2026;L-A;AGENTS;5;0', '2026;L-A;AL;70;0'),
    });
    expect(exact.warnings).toEqual([]);
    expect(said((await office.record(shares('2026;L-A;AGENTS;5,01;0'))).warnings)).toEqual([
      '2 part 5,01: les parts de ce bailleur dépassent le flux entier en 2026 : 100,01 %',
      '2 part 5,01: la part de l’État dépasse 30 % en 2026 (R. 441-5-2) : 30,01 %',
      '2 part 5,01: la part des agents de l’État dépasse 5 % en 2026 (R. 441-5-2) : 5,01 %',
    ]);
    // Another landlord and another year are counted by themselves.
    expect((await office.record(shares('2026;L-B;ETAT;30;0', '2027;L-A;ETAT;30;0'))).warnings).toEqual([]);
  });
});
