import * as fc from 'fast-check';
import { ALLOCATIONS, FILES, RESIDENCES } from '../files';
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
  const missing = async (header: string, spec: typeof ALLOCATIONS | typeof RESIDENCES) => {
    const { faults } = await readTable(csvOf(`${header}\n`), spec as typeof ALLOCATIONS);
    return faults.map(({ column, message }) => [column, /« (.*) » lui ressemble/.exec(message)?.[1]]);
  };

  it('is a fault that proposes the header that looks like it', async () => {
    expect(await missing('code_residence;Nom;Code INSEE;code_bailleur;logements', RESIDENCES)).toEqual([
      ['nom', 'Nom'],
      ['code_insee', 'Code INSEE'],
    ]);
  });

  it('is a fault without a proposal where no header looks like it; a header of another column of ours is never proposed', async () => {
    expect(await missing('code_residence;nom;code_insee;nombre;logements', RESIDENCES)).toEqual([
      ['code_bailleur', undefined],
    ]);
  });
});
