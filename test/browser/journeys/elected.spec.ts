import { describeInBrowser } from '../support/browser';
import { Person } from '../support/person';
import { Site } from '../support/site';

const FIGURES = ['36,4 %', '66,7 %', 'Atteint', 'Non atteint, il en manque', 'ménages relogés', 'résidences à enjeu'];

/** An elected person prints one page. */
describeInBrowser('the journey of an elected person', (browser) => {
  let site: Site;
  let elected: Person;
  beforeAll(async () => void (site = await Site.full()));
  afterAll(() => site?.stop());
  afterEach(() => elected?.leave());

  it('signs in, reads « L’essentiel », and has it on one sheet', async () => {
    elected = await Person.signedIn(browser, site, 'elu');
    expect(await elected.title()).toBe('L’essentiel');
    const text = await elected.reads();
    for (const figure of FIGURES) expect(text).toContain(figure);
    // Lists of leases are not theirs: nothing leads there.
    expect(await elected.page.getByRole('main').getByRole('link').count()).toBe(0);
    const sheets = await elected.paper();
    expect(sheets).toHaveLength(1);
    for (const part of ['L’essentiel', 'Année 2025', 'imprimé le 02/03/2026', 'page 1 / 1', ...FIGURES])
      expect(sheets[0]).toContain(part);

    await elected.open('Tel que connu : aujourd’hui');
    await elected.type('Tel que connu le', '31/07/2025');
    await elected.press('Regarder ce jour-là');
    const before = await elected.paper();
    expect(before).toHaveLength(1);
    for (const part of ['Vous regardez le passé', 'tel que connu le 31 juillet 2025'])
      expect(before[0]).toContain(part);
    expect(elected.tab.faults).toEqual([]);
  });
});
