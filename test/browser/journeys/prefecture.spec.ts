import { readPdf } from '#documents/testing';
import { describeInBrowser } from '../support/browser';
import { groundOf } from '../support/in-page.js';
import { Person, plain, sheetOf } from '../support/person';
import { Site } from '../support/site';

const LANDLORDS = /^Attributions hors QPV/;

/** The prefecture reads a half-year. */
describeInBrowser('the journey of the prefecture', (browser) => {
  let site: Site;
  let reader: Person;
  beforeAll(async () => void (site = await Site.full()));
  afterAll(() => site?.stop());
  afterEach(() => reader?.leave());

  it('reads a half-year landlord by landlord, down to the leases, half-years side by side, and has the state in files', async () => {
    reader = await Person.signedIn(browser, site, 'etat');
    await reader.goTo('Préfet');
    await reader.follow('2e semestre 2025');
    expect(await reader.reads()).toContain('1 bailleur sous la cible, sur 2 bailleurs.');
    expect(await reader.reads()).toContain('Sous la cible : Seqens, 1 bail manque. Après la clôture, le préfet peut');
    const rows = await reader.rows(LANDLORDS);
    expect(rows.map(([name]) => name)).toEqual(['Seqens', 'Valophis']);
    expect(await reader.cells(LANDLORDS, 'Seqens')).toMatchObject({
      'Baux hors QPV': '2',
      'Premier quartile ou relogés': '0',
      Part: '0,0 %',
      Cible: '≥ 25 %',
      État: '▲ Non atteint',
      Manquants: '1',
    });
    const [headers, ...lines] = await sheetOf(await reader.save('Exporter en tableur (XLSX)'));
    const told = [
      'bailleur',
      'attributions_hors_qpv',
      'dont_premier_quartile_ou_relogement',
      'attributions_manquantes',
    ];
    expect(lines.map((line) => told.map((name) => line[headers!.indexOf(name)]))).toEqual(
      rows.map(([name, outside, eligible, , , , , missing]) => [name, outside, eligible, missing]),
    );
    const { pages } = readPdf((await reader.save('Exporter en PDF')).bytes);
    for (const text of ['2e semestre 2025', 'Seqens 2 0 0,0 % 25,0 % non 1']) expect(plain(pages[0]!)).toContain(text);

    await reader.follow('2', reader.row('Seqens'));
    const leases = await reader.rows(/^2 attributions/);
    await reader.follow(leases[0]![0]!);
    expect(await reader.title()).toBe(`Bail du ${leases[0]![0]}`);

    await reader.goTo('Préfet');
    await reader.choose('Bailleur', 'Seqens');
    const sideBySide = await reader.rows('Seqens, semestre après semestre');
    expect(sideBySide.map(([name, , , , , , state]) => [name, state])).toEqual([
      ['2e semestre 2025', '▲ Non atteint'],
      ['1er semestre 2025', '● Atteint'],
    ]);
    expect(reader.tab.faults).toEqual([]);
  });

  it('reads the half-year as it was known on an earlier day, under the banner of the past', async () => {
    reader = await Person.signedIn(browser, site, 'etat');
    await reader.goTo('Préfet');
    await reader.follow('2e semestre 2025');
    await reader.open('Tel que connu : aujourd’hui');
    await reader.type('Tel que connu le', '31/07/2025');
    await reader.press('Regarder ce jour-là');
    const banner = reader.page.getByRole('region', { name: 'Vous regardez le passé' });
    expect(plain(await banner.innerText())).toContain('tel que connu le 31 juillet 2025. Lecture seule.');
    expect(await banner.evaluate(groundOf)).toBe('rgb(26, 31, 38)');
    // The leases of the second half were recorded later.
    expect(await reader.cells(LANDLORDS, 'Seqens')).toMatchObject({ 'Baux hors QPV': '0' });
    const { pages } = readPdf((await reader.save('Exporter en PDF')).bytes);
    expect(plain(pages[0]!)).toContain('État au 31 juillet 2025');
    for (const sheet of await reader.paper()) expect(sheet).toContain('tel que connu le 31 juillet 2025');
    await reader.goTo('Attributions');
    await banner.waitFor();
    await reader.press('Revenir à aujourd’hui');
    expect(await banner.count()).toBe(0);
    expect(reader.tab.faults).toEqual([]);
  });
});
