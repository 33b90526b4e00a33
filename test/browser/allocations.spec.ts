import { readFileSync } from 'node:fs';
import { readXlsx } from '../e2e/support/read-xlsx';
import { describeInBrowser, type Tab } from './support/browser';
import { faultsOf, NO_FAULTS, violationsIn } from './support/gates';
import { Site } from './support/site';

/** What one does with the list of leases: take it away as a file, tick rows, keep one's columns, see what was corrected. */
describeInBrowser('the list of leases', (browser) => {
  let site: Site;
  let tab: Tab;
  beforeAll(async () => void (site = await Site.full()));
  afterAll(() => site?.stop());
  afterEach(() => tab?.close());

  const open = async (address: string): Promise<void> => {
    tab = await browser.open(site);
    await tab.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.visit(address);
  };
  const press = async (name: RegExp | string): Promise<void> => {
    await tab.page.getByRole('button', { name, exact: true }).first().click();
    await tab.settle();
  };
  const shown = (cells: string): Promise<string[]> => tab.page.locator(`main tbody ${cells}`).allInnerTexts();
  const copied = (): Promise<string> => tab.page.evaluate<string>('navigator.clipboard.readText()');
  const heads = async (): Promise<string[]> =>
    (await tab.page.locator('main thead th').allInnerTexts()).map((head) => head.replace(/[▲▼\s]+$/, ''));

  it('is the file that « Exporter ces lignes » saves: as many lines, in the order of the screen', async () => {
    await open('/attributions?code_insee=78621&annulee=N&sort=-date_bail&colonnes=date_bail&colonnes=code_residence');
    const residences = await shown('td:not(.choice)');
    expect(residences.length).toBeGreaterThan(3);
    await press(`Exporter ces ${residences.length} lignes`);
    const saved = tab.page.waitForEvent('download');
    await tab.page.getByRole('link', { name: 'Exporter', exact: true }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^mixite-attributions-.*\.xlsx$/);
    const [titles, ...rows] = await readXlsx(readFileSync(await file.path()));
    expect(titles).toEqual(['Date du bail', 'Résidence']);
    expect(rows.map(([, residence]) => residence)).toEqual(residences);
    expect(await faultsOf(tab)).toEqual(NO_FAULTS);
  });

  it('counts and sums the rows that one ticks, on paper nowhere, and lets both be copied', async () => {
    await open('/attributions?from=2025-01-01&to=2025-12-31');
    const rows = await tab.page.locator('main tbody tr').count();
    const boxes = tab.page.getByRole('checkbox', { name: /^Choisir le bail du \d\d\/\d\d\/2025, / });
    expect(await boxes.count()).toBe(rows);
    await boxes.nth(0).check();
    await boxes.nth(2).check();
    const state = tab.page.getByText(/^2 lignes choisies : \d en QPV, \d du 1er quartile, /);
    await state.waitFor();
    expect(await violationsIn(tab)).toEqual([]);
    await press('Copier ce bilan');
    expect(`${await copied()}.`).toBe(await state.innerText());
    await press('Copier les lignes choisies');
    const lines = (await copied()).split('\r\n').map((line) => line.split('\t'));
    const days = await shown('th a');
    expect(lines.map(([day]) => day)).toEqual(['Bail', days[0], days[2]]);
    // Another order keeps them, other criteria do not.
    await press(/^Commune/);
    expect(await state.count()).toBe(1);
    await tab.page.getByRole('checkbox', { name: 'Choisir toutes les lignes de cette page' }).check();
    await tab.page.getByText(`${rows} lignes choisies`).waitFor();
    await press('Ne plus rien choisir');
    expect(await tab.page.getByText(/lignes? choisies?/).count()).toBe(0);
    expect(await faultsOf(tab)).toEqual(NO_FAULTS);
  });

  it('shows what was corrected or cancelled, in words and by a shape, and as of before it none', async () => {
    await open('/attributions?corrigee=O');
    expect((await shown('.row-state')).sort()).toEqual(['– Corrigée', '◆ Annulée']);
    expect(await tab.page.locator('main tbody tr').count()).toBe(2);
    await tab.visit('/attributions?corrigee=O&as-of=2025-12-31');
    expect(await shown('.row-state')).toEqual(['◆ Annulée']);
    expect(await faultsOf(tab)).toEqual(NO_FAULTS);
  });

  it('keeps the columns that a person chose, until they want those of everybody', async () => {
    await open('/attributions');
    const usual = await heads();
    const columns = tab.page.locator('summary', { hasText: /^Colonnes/ });
    await columns.click();
    await tab.page.getByLabel('Note', { exact: true }).uncheck();
    await tab.settle();
    await press('Garder ces colonnes pour moi');
    const own = usual.filter((head) => head !== 'Note');
    expect(await heads()).toEqual(own);
    await tab.visit('/attributions');
    await tab.page.getByText(`Colonnes (${own.length})`).waitFor();
    expect([await heads(), tab.address]).toEqual([own, '/attributions']);
    await tab.visit('/attributions?colonnes=note&colonnes=date_bail');
    expect(await heads()).toEqual(['Note', 'Bail']);
    await columns.click();
    await press('Comme tout le monde');
    await tab.visit('/attributions');
    expect(await heads()).toEqual(usual);
    expect(await faultsOf(tab)).toEqual(NO_FAULTS);
  });
});
