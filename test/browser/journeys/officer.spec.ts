import { describeInBrowser } from '../support/browser';
import { asInSheet, Person, sheetOf } from '../support/person';
import { Site } from '../support/site';

const MISSED = 'En QPV, au moins 80 % aux quartiles 2 à 4';

/** An officer of the intercommunal body prepares a coordination commission. */
describeInBrowser('the journey of an officer', (browser) => {
  let site: Site;
  let officer: Person;
  beforeAll(async () => void (site = await Site.full()));
  afterAll(() => site?.stop());
  afterEach(() => officer?.leave());

  it('goes from the sign-in to a missed objective, to the landlord that is behind, to its leases in a workbook and on paper', async () => {
    officer = await Person.signedIn(browser, site, 'agent_epci');
    expect(await officer.title()).toBe('L’essentiel');
    await officer.goTo('Où en est la convention');
    expect(await officer.reads()).toContain('20 objectifs : 6 non atteints, 3 atteints');
    expect(await officer.cells(/dans l’ordre de la convention/, MISSED)).toMatchObject({
      Baux: '4',
      Sur: '6',
      Part: '66,7 %',
      Cible: '≥ 80 %',
      État: '▲ Non atteint, il en manque 4',
    });

    await officer.follow(MISSED);
    expect(await officer.title()).toBe(MISSED);
    const handedOut = await officer.paper();
    expect(handedOut).toHaveLength(2);
    for (const text of [MISSED, 'Année 2025', '66,7 %', 'page 1 / 2']) expect(handedOut[0]).toContain(text);
    for (const text of ['Par bailleur', 'Seqens', 'Valophis', 'page 2 / 2']) expect(handedOut[1]).toContain(text);
    // Who is furthest behind comes first.
    const [[behind, counted, among] = []] = await officer.rows(/^Par bailleur/);
    expect([behind, counted, among]).toEqual(['Seqens', '2', '3']);

    await officer.follow('3', officer.row('Seqens'));
    expect(await officer.reads()).toContain('Les 3 attributions parmi lesquelles se compte');
    const rows = await officer.rows(/^3 attributions/);
    await officer.press('Exporter ces 3 lignes');
    const file = await officer.save('Exporter');
    expect(file.name).toMatch(/\.xlsx$/);
    const [headers, ...lines] = await sheetOf(file);
    expect(headers!.slice(0, 4)).toEqual(['Date du bail', 'Commune', 'Résidence', 'Bailleur']);
    expect(lines).toEqual(rows.map(asInSheet));
    expect(await sheetOf(file, 2)).toEqual(
      expect.arrayContaining([
        ['Lignes', '3', ''],
        ['Période', 'baux signés du 1er janvier 2025 au 31 décembre 2025', ''],
        ['Bailleur', 'Seqens (L-SEQENS)', ''],
      ]),
    );
    await officer.press('Annuler');
    const printed = await officer.paper();
    for (const [day] of rows) expect(printed.join(' ')).toContain(day);
    expect(officer.tab.faults).toEqual([]);
  });
});
