import * as fc from 'fast-check';
import { FILES, RESIDENCES } from '../files';
import { alikeHeader } from './alike-header';
import { csvOf, readTable } from './testing/tables';

describe('the header that looks like a column', () => {
  it.each([
    ['date_bail', ['Date du bail', 'Date'], 'Date du bail'],
    ['numero_attribution', ['N° attribution', 'N°'], 'N° attribution'],
    ['numero_unique', ['Numéro Unique', 'numero'], 'Numéro Unique'],
    ['code_residence', ['Résidence', 'Nom'], 'Résidence'],
    ['code_insee', ['INSEE'], 'INSEE'],
    ['reference_logement', ['refrence_logement'], 'refrence_logement'],
    ['enfants_moins_14_ans', ['Enfants de moins de 14 ans'], 'Enfants de moins de 14 ans'],
    ['nom', ['Nom', 'Non'], 'Nom'],
  ])('%s, among %j, is « %s »', (column, headers, found) => expect(alikeHeader(column, headers)).toBe(found));

  it.each([
    ['dalo', ['Ville', 'dal', 'Date']],
    ['nom', ['Non', 'N°', '']],
    ['date_bail', ['Loyer', 'debut']],
    ['code_insee', []],
  ])('%s is like none of %j', (column, headers) => expect(alikeHeader(column, headers)).toBeUndefined());

  it('is the column itself, however it is written', () => {
    const columns = fc.constantFrom(...FILES.flatMap(({ columns }) => columns.map(({ name }) => name)));
    const styles = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.replaceAll('_', ' '),
      (text) => text.replaceAll('_', ''),
      (text) => text.replaceAll('_', '-').replaceAll('e', 'é'),
    );
    fc.assert(
      fc.property(columns, styles, (column, style) => {
        expect([column, alikeHeader(column, ['Remarques', style(column)])]).toEqual([column, style(column)]);
      }),
    );
  });
});

describe('a column that is missing', () => {
  const missing = async (header: string, columns: Readonly<Record<string, string>> = {}) => {
    const mapping = {
      ours: 'residences.csv',
      columns: new Map(Object.entries(columns)),
      values: new Map(),
      dates: new Map(),
      constants: new Map(),
    };
    const { faults } = await readTable(csvOf(`${header}\n`), RESIDENCES, { mapping });
    return faults.map(({ column, message }) => [column, /« (.*) » lui ressemble/.exec(message)?.[1]]);
  };

  it('is a fault that proposes the header that looks like it', async () => {
    expect(await missing('code_residence;Nom;Code INSEE;code_bailleur;logements')).toEqual([
      ['nom', 'Nom'],
      ['code_insee', 'Code INSEE'],
    ]);
  });

  it('is a fault without a proposal where no header looks like it', async () => {
    expect(await missing('code_residence;nom;code_insee;nombre;logements')).toEqual([['code_bailleur', undefined]]);
  });

  it('is a fault without a proposal where the header that looks like it is another column by the mapping', async () => {
    expect(await missing('Résidence;code_insee;code_bailleur;logements', { Résidence: 'nom' })).toEqual([
      ['code_residence', undefined],
    ]);
  });
});
