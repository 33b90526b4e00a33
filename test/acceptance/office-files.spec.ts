import { fixture, mappingOf, Office, type Files } from './support/office';

let office: Office;
beforeEach(() => {
  office = new Office();
});
afterEach(() => office.close());

describe('cells mean what the sheet shows', () => {
  it('a code that is a number with displayed leading zeros is a fault, while its CSV gives the two leases', async () => {
    const { faults } = await office.send(fixture('number-formats/workbook'));
    expect(faults.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'numero_attribution', '123'],
      [3, 'numero_attribution', '124'],
    ]);
    for (const { message } of faults) expect(message).toContain('format Texte');
    await office.record(fixture('number-formats/same-sheet-as-csv'));
    const year = { from: '2024-01-01', to: '2024-12-31' };
    expect(await office.shares(year)).toMatchObject({ ALLOCATIONS: '2/2' });
  });

  it('a code that Excel keeps as 12000 and shows as 1,20E+04 is a fault', async () => {
    const { faults } = await office.send(fixture('number-formats/code-typed-12E3'));
    expect(faults).toMatchObject([{ line: 2, column: 'reference_logement', value: '12000' }]);
    expect(faults[0]!.message).toContain('format Texte');
  });

  it('a computed day just before midnight is the day that the sheet shows', async () => {
    await office.record(fixture('day-before-midnight'));
    const leasesOf = async (from: string, to: string) => (await office.shares({ from, to }))['ALLOCATIONS'];
    expect(await leasesOf('2024-01-01', '2024-06-30')).toBe('1/1');
    expect(await leasesOf('2024-07-01', '2024-12-31')).toBe('2/2');
  });

  it('an exponent without a plus sign is the same fault as one with it', async () => {
    const { faults } = await office.send(fixture('exponent-without-plus'));
    expect(faults.map(({ line, column }) => [line, column])).toEqual(
      [2, 3, 4, 5].map((line) => [line, 'numero_unique']),
    );
    for (const { message } of faults) expect(message).toContain('format Texte');
  });
});

describe('texts that look the same are the same', () => {
  it('three leases that are sent twice are three, never six', async () => {
    const { faults } = await office.send(fixture('invisible-characters/keys'));
    expect(faults.map(({ line, message }) => [line, /déjà donné à la ligne (\d)/.exec(message)?.[1]])).toEqual([
      [3, '2'],
      [5, '4'],
      [7, '6'],
    ]);
    expect(faults.map(({ message }) => /U\+\w+ \(.*?\)/.exec(message)?.[0])).toEqual([
      'U+200B (espace sans chasse)',
      undefined,
      'U+00AD (trait d’union conditionnel)',
    ]);
  });

  it('a reference with an invisible character gives a fault that names the character, and is not reported as unknown', async () => {
    const { faults } = await office.send(fixture('invisible-characters/reference'));
    expect(faults).toMatchObject([{ line: 2, column: 'code_residence' }]);
    expect(faults[0]!.message).toBe(
      'caractère invisible, U+200B (espace sans chasse), après « RES-2 » : retapez ce code',
    );
  });

  it('headers and mapped values are compared with every white space as one space', async () => {
    const folder = 'headers-that-look-the-same';
    const mapping = mappingOf(`${folder}/correspondance.json`);
    const report = await office.send(fixture(`${folder}/files`), { mapping });
    expect(report).toMatchObject({ faults: [], unmapped: [] });
    expect(report.files.at(-1)).toMatchObject({ file: 'baux.csv', rows: 1, events: 1 });
  });

  it('a file is found by its name in the mapping, whatever the encoding of its accents', async () => {
    const folder = 'headers-that-look-the-same';
    const mapping = JSON.stringify(mappingOf(`${folder}/correspondance.json`)).replace('baux.csv', 'Baux signés.csv');
    const { 'baux.csv': leases, ...others } = fixture(`${folder}/files`);
    const files = { ...others, ['Baux\u00a0signe\u0301s.CSV']: leases! };
    const report = await office.send(files, { mapping: JSON.parse(mapping) as object });
    expect(report.files.at(-1)).toMatchObject({ events: 1 });
  });
});

describe('CSV as programs of an office write it', () => {
  it('the separator line of Excel is ignored', async () => {
    const { files, faults } = await office.send(fixture('sep-line'));
    expect(faults).toEqual([]);
    expect(files.at(-1)).toMatchObject({ file: 'attributions.csv', rows: 2, events: 2 });
  });
});

describe('no table is ignored silently', () => {
  it('a file with the line ends of an old Mac gives one fault about line ends', async () => {
    const { faults, warnings } = await office.send(fixture('code-pages/cr-only'));
    expect(faults).toMatchObject([{ file: 'residences.csv', line: 1 }]);
    expect(faults[0]!.message).toContain('fins de ligne');
    expect(warnings).toEqual([]);
  });

  it('a referenced file that cannot be read gives one fault, and no reference to it is reported as unknown', async () => {
    const { 'residences.csv': residences, ...others } = fixture('lease-of-the-future');
    const { faults } = await office.send({ ...others, 'residences.ods': residences! });
    expect(faults).toMatchObject([{ file: 'residences.ods', line: 0 }]);
    expect(faults[0]!.message).toContain('enregistrez en XLSX');
  });

  it('leases in a file with another name are a fault, whatever the file contains', async () => {
    const { faults, files } = await office.send(fixture('dates-with-a-time/files'));
    expect(files).toEqual([]);
    expect(faults).toMatchObject([{ file: 'baux.csv', line: 0 }]);
    expect(faults[0]!.message).toContain('attributions.csv');
  });

  it('gives the line of the file beside the line of the record, where they differ', async () => {
    const files = {
      'communes.csv': 'code_insee;nom\n\n78621;"Trappes\nla ville"\n7862;x\n',
      'seuils.csv': 'annee;q1\n2024;x\n',
    };
    const { faults } = await office.send(files);
    expect(faults).toMatchObject([
      { file: 'communes.csv', line: 3, fileLine: 5, column: 'code_insee' },
      { file: 'seuils.csv', line: 2, column: 'q1' },
    ]);
    expect(faults[1]).not.toHaveProperty('fileLine');
  });
});

describe('warnings', () => {
  const places = (found: Awaited<ReturnType<Office['send']>>['warnings']) =>
    found.map(({ line, column, value }) => [line, column, value]);

  it('a lease after today', async () => {
    const { files, faults, warnings } = await office.send(fixture('lease-of-the-future'));
    expect([faults, files.at(-1)?.rows]).toEqual([[], 3]);
    expect(places(warnings)).toEqual([
      [2, 'date_bail', '2042-03-15'],
      [3, 'date_bail', '2199-03-15'],
    ]);
    expect(warnings[0]!.message).toContain('après aujourd’hui');
  });

  it.each([
    ['cp850', "R‚sidence du Clos … l'abri"],
    ['latin9', 'Résidence du Sacré-C½ur'],
    ['macroman', 'RŽsidence du Clos ˆ c™tŽ'],
    ['utf8-and-1252', 'RÃ©sidence des ChÃªnes'],
  ])('a text that cannot be French as it was read: %s', async (folder, found) => {
    const { faults, warnings } = await office.send(fixture(`code-pages/${folder}`));
    expect([faults, places(warnings)]).toEqual([[], [[2, 'nom', found]]]);
    expect(warnings[0]!.message).toContain('ne peut pas être du français');
    expect(warnings[0]!.message).toContain('enregistrez en « CSV UTF-8 »');
  });

  it('one lease under several numbers', async () => {
    const { faults, warnings } = await office.send(fixture('one-lease-three-numbers'));
    expect(faults).toEqual([]);
    expect(places(warnings)).toEqual([
      [3, 'numero_attribution', 'att-1'],
      [4, 'numero_attribution', '2024/0001'],
    ]);
    for (const { message } of warnings) expect(message).toContain('bail « ATT-1 », ligne 2');
  });
});

describe('mapping and advice', () => {
  const leasesOf = async () => (await office.shares({ from: '2024-03-15', to: '2024-03-15' }))['ALLOCATIONS'];

  it.each([
    ['a time, at midnight', 'files', 'correspondance-time.json', '2/2'],
    ['a year of two digits', 'files-two-digit-year', 'correspondance-two.json', '1/1'],
  ])('a mapping tells days with %s', async (_case, files, mapping, leases) => {
    const folder = 'dates-with-a-time';
    const report = await office.send(fixture(`${folder}/${files}`), { mapping: mappingOf(`${folder}/${mapping}`) });
    expect(report.faults).toEqual([]);
    expect(await leasesOf()).toBe(leases);
  });

  it('without a mapping that tells it, a day with a time is a fault', async () => {
    const { 'baux.csv': leases, ...others } = fixture('dates-with-a-time/files');
    const { faults } = await office.send({ ...others, 'attributions.csv': leases! });
    expect(faults.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'date_bail', '15/03/2024 00:00:00'],
      [3, 'date_bail', '15/03/2024 00:00'],
    ]);
  });

  it('a name that several communes bear is told with all of them, those of the EPCI first', async () => {
    const files = fixture('homonyms');
    const proposals = async (sent: Files) =>
      (await office.send(sent)).faults.map(({ line, message }) => [line, message.split(' ; ')[1]]);
    const sure = [4, 'le plus proche est 78423 (Montigny-le-Bretonneux)'];
    const of = '2 communes portent ce nom';
    const found = await proposals(files);
    expect(found.slice(0, 3)).toEqual([
      [2, `${of} : 81065 (Tarn), 02142 (Aisne)`],
      [3, `${of} : 30227 (Gard), 18198 (Cher)`],
      sure,
    ]);
    expect(found[3]![1]).toContain('97411 (La Réunion), 93066 (Seine-Saint-Denis)');
    const communes = `${files['communes.csv']!.toString()}93066;Saint-Denis;N\n02142;Castres;N\n`;
    const [castres, , , denis] = await proposals({ ...files, 'communes.csv': communes });
    expect(castres).toEqual([2, `${of} : 02142 (Aisne), 81065 (Tarn)`]);
    expect(denis![1]).toContain('93066 (Seine-Saint-Denis), 97411 (La Réunion)');
    await office.record({ 'communes.csv': communes });
    const { 'communes.csv': _recorded, ...others } = files;
    expect((await proposals(others))[0]).toEqual(castres);
  });

  it('an arrondissement is taken as its city, where communes.csv has the city', async () => {
    const files = fixture('arrondissements');
    await office.record(files);
    const residences = (await office.history()).filter(({ type }) => type === 'ResidenceDeclared');
    expect(residences.map(({ data }) => data['commune'])).toEqual(['69123', '69266']);
    // Of two leases, the second household lives in the city where it works.
    expect((await office.shares({ from: '2024-03-15', to: '2024-03-15' }))['HOME_WORK']).toBe('1/2');
    const { files: again } = await office.send(files);
    expect(again.map(({ file, events }) => [file, events])).toEqual(again.map(({ file }) => [file, 0]));
  });

  it('an arrondissement whose city is not known is a fault that names the city', async () => {
    const { 'communes.csv': communes, ...others } = fixture('arrondissements');
    const { faults } = await office.send({
      ...others,
      'communes.csv': communes!.toString().replace(/69123[^\n]*\n/, ''),
    });
    const [fault] = faults.filter(({ value }) => value === '69383');
    expect(fault).toMatchObject({ file: 'residences.csv', line: 2, column: 'code_insee' });
    expect(fault!.message).toContain('ce code fait partie de 69123 (Lyon)');
  });

  it('an arrondissement that is a row of communes.csv stays itself', async () => {
    const { 'communes.csv': communes, ...others } = fixture('arrondissements');
    await office.record({ ...others, 'communes.csv': `${communes!.toString()}69383;Lyon 3e;N\n` });
    const residences = (await office.history()).filter(({ type }) => type === 'ResidenceDeclared');
    expect(residences.map(({ data }) => data['commune'])).toEqual(['69383', '69266']);
  });

  it('an arrondissement that becomes a row of communes.csv is corrected once', async () => {
    const files = fixture('arrondissements');
    await office.record(files);
    const communes = `${files['communes.csv']!.toString()}69383;Lyon 3e;N\n`;
    const residences = async () => {
      const { files: counts } = await office.send({ ...files, 'communes.csv': communes });
      return counts.find(({ file }) => file === 'residences.csv')!.events;
    };
    expect([await residences(), await residences()]).toEqual([1, 0]);
    const corrections = (await office.history()).filter(({ type }) => type === 'ResidenceCorrected');
    expect(corrections.map(({ data }) => data['changes'])).toEqual([{ commune: { from: '69123', to: '69383' } }]);
  });
});
