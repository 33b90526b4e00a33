import { describeInBrowser } from '../support/browser';
import { asInSheet, Person, sheetOf } from '../support/person';
import { Site } from '../support/site';

const OWN = 'Vous lisez ce qui est de votre périmètre : Seqens.';
const OTHER = 'Valophis';

/** A landlord finds which leases it is missing. */
describeInBrowser('the journey of a landlord', (browser) => {
  let site: Site;
  let landlord: Person;
  beforeAll(async () => void (site = await Site.full()));
  afterAll(() => site?.stop());
  afterEach(() => landlord?.leave());

  it('reads its own objective, how many leases are missing, and has the list behind in a file', async () => {
    landlord = await Person.signedIn(browser, site, 'bailleur');
    const seen = [await landlord.reads()];
    expect(seen[0]).toContain(OWN);
    await landlord.goTo('Où en est la convention');
    seen.push(await landlord.reads());
    expect(seen[1]).toContain(OWN);
    expect(await landlord.cells(/^1 ligne/, 'Seqens : part théorique du premier quartile')).toMatchObject({
      Baux: '0',
      Sur: '8',
      Cible: '→ 22 %',
      État: '– Repère 22 %, écart −22,0 points',
    });

    await landlord.follow('Par bailleur');
    expect(await landlord.page.getByRole('columnheader', { name: 'Manquants, 2e semestre 2025' }).count()).toBe(1);
    seen.push(await landlord.reads());
    await landlord.follow('1', landlord.row('Seqens').getByRole('cell').last());
    expect(await landlord.title()).toBe('Préfet : 2e semestre 2025');
    seen.push(await landlord.reads());
    expect(seen.at(-1)).toContain('Sous la cible : Seqens, 1 bail manque.');

    await landlord.follow('2', landlord.row('Seqens'));
    seen.push(await landlord.reads());
    expect(seen.at(-1)).toContain('Vous voyez les 2 attributions de votre parc');
    const rows = await landlord.rows(/^2 attributions/);
    expect(rows.map(([day]) => day)).toEqual(['17/09/2025', '19/11/2025']);
    await landlord.press('Exporter ces 2 lignes');
    const [, ...lines] = await sheetOf(await landlord.save('Exporter'));
    expect(lines).toEqual(rows.map(asInSheet));
    // Nothing of another landlord was shown on the way.
    expect(seen.filter((text) => text.includes(OTHER))).toEqual([]);
    expect(landlord.tab.faults).toEqual([]);
  });
});
