import { FILES, templateOf, type ImportReport } from '#exchange';
import { DEFAULT_WORDING, LETTER_CODES } from '#vacancy';
import { Office, type Files } from './support/office';

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const letters = (...rows: readonly (readonly string[])[]): Files => ({
  'courriers.csv': `code;date_effet;objet;texte\n${rows.map((row) => row.map(quoted).join(';')).join('\n')}\n`,
});
const counted = ({ files }: ImportReport) => files.map(({ events, unchanged }) => `${events} ${unchanged}`);
const OFFER = ['offre', '2025-01-01', 'Un logement', 'Jusqu’au {dernier_jour}.\n\n{avertissement_dalo}'] as const;

describe('the wordings of courriers.csv', () => {
  let office: Office;
  beforeEach(() => (office = new Office()));
  afterEach(() => office.close());

  it('add nothing the second time, and one correcting event where a wording changes', async () => {
    const notice = ['non_attribution', '01/02/2025', 'Décision', 'Motif : {motif}'];
    expect(counted(await office.record(letters(OFFER, notice)))).toEqual(['2 0']);
    expect(counted(await office.record(letters(notice, OFFER)))).toEqual(['0 2']);
    const [code, from, subject] = OFFER;
    const longer = 'Répondez jusqu’au {dernier_jour}.\r\n\r\n{avertissement_dalo}';
    expect(counted(await office.record(letters([code, from, subject, longer])))).toEqual(['1 0']);
    const events = (await office.history()).filter(({ type }) => type.startsWith('Letter'));
    expect(events.map(({ type, stream, metadata }) => [type, stream, metadata.effectiveDay])).toEqual([
      ['LetterTemplateRecorded', 'lettertemplate-offre@2025-01-01', '2025-01-01'],
      ['LetterTemplateRecorded', 'lettertemplate-non_attribution@2025-02-01', '2025-02-01'],
      ['LetterTemplateCorrected', 'lettertemplate-offre@2025-01-01', '2025-01-01'],
    ]);
    expect(events[2]!.data['changes']).toEqual({
      text: { from: OFFER[3], to: 'Répondez jusqu’au {dernier_jour}.\n\n{avertissement_dalo}' },
    });
  });

  it('have a fault at each cell that no letter could have, and nothing is written', async () => {
    const { faults } = await office.send(
      letters(
        ['convocation', '2025-01-01', 'Objet', 'Texte'],
        ['offre', '2025-01-01', 'Le {dernier_jour} à {motif}', 'Jusqu’au {dernier_jour}'],
        ['irrecevabilite', '2025-01-01', 'Objet', 'Texte {motif} {residence'],
        ['non_attribution', '2025-13-01', '', 'Texte {motif}'],
      ),
    );
    // The number of a record: a cell of several lines is one.
    expect(faults.map(({ line, column, message }) => `${line} ${column}: ${message.split(' : ')[0]}`)).toEqual([
      expect.stringContaining('2 code: l’une de ces valeurs est attendue'),
      '3 objet: champ inconnu, {motif}',
      '3 texte: {avertissement_dalo} est attendu dans le texte',
      '4 texte: une accolade est seule',
      expect.stringContaining('5 date_effet'),
      expect.stringContaining('5 objet'),
    ]);
    expect(await office.history()).toEqual([]);
  });

  it('of the example file are the default ones, to be edited', async () => {
    const spec = FILES.find(({ file }) => file === 'courriers.csv')!;
    expect(counted(await office.record({ 'courriers.csv': templateOf(spec) }))).toEqual(['3 0']);
    const events = await office.history();
    const recorded = events.filter(({ type }) => type === 'LetterTemplateRecorded').map(({ data }) => data);
    expect(recorded).toMatchObject(LETTER_CODES.map((code) => ({ code, ...DEFAULT_WORDING[code] })));
  });
});
