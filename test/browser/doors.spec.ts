import { describeInBrowser, type Tab } from './support/browser';
import { faultsOf, NO_FAULTS } from './support/gates';
import { lostAtThisWidth, numberStops } from './support/in-page.js';
import { PASSWORD, Site } from './support/site';
import { walk } from './support/walk';

/** The pages that no route names: the sign-in, an unknown address. */
describeInBrowser('at the door', (browser) => {
  let site: Site;
  let tab: Tab;
  beforeAll(async () => {
    site = await Site.full();
    await site.cookieOf('administrateur');
  });
  afterAll(() => site?.stop());
  afterEach(() => tab?.close());

  const signedOut = async (width?: number): Promise<void> => {
    tab = await browser.open(site, { role: null, width });
    tab.foresee(401);
    await tab.visit('/convention?from=2025-01-01&to=2025-12-31');
  };
  const enter = async (password: string): Promise<void> => {
    await tab.page.getByLabel('Adresse électronique').fill('administrateur@example.org');
    await tab.page.getByLabel('Mot de passe').fill(password);
    await tab.page.keyboard.press('Enter');
    await tab.settle();
  };

  it('the sign-in passes the gates', async () => {
    await signedOut();
    expect(await faultsOf(tab)).toEqual(NO_FAULTS);
    const names = await tab.page.evaluate(numberStops);
    const { order, faults } = await walk(tab, names.length);
    expect([order.map((stop) => names[stop]), faults]).toEqual([names, []]);
  });

  it('the sign-in loses nothing in a narrow window', async () => {
    await signedOut(320);
    expect(await tab.page.evaluate(lostAtThisWidth)).toEqual([]);
  });

  it('a wrong password is told, and what was typed stays', async () => {
    await signedOut();
    await enter('un autre mot de passe');
    await tab.page.getByRole('alert').waitFor();
    expect(await tab.page.getByLabel('Adresse électronique').inputValue()).toBe('administrateur@example.org');
    expect(await faultsOf(tab)).toEqual(NO_FAULTS);
  });

  it('whoever signs in comes to the address that was asked for', async () => {
    await signedOut();
    await enter(PASSWORD);
    await tab.page.getByRole('heading', { level: 1, name: 'Où en est la convention' }).waitFor();
    await tab.settle();
    expect(tab.address).toBe('/convention?from=2025-01-01&to=2025-12-31');
    expect(tab.faults).toEqual([]);
  });

  it('an unknown address says so', async () => {
    tab = await browser.open(site);
    await tab.visit('/nulle-part');
    expect(await tab.page.locator('h1').innerText()).toBe('Page inconnue');
    expect(await faultsOf(tab)).toEqual(NO_FAULTS);
  });

  it.each([
    ['/essentiel?as-of=2025-13-45', 'as-of', '2025-13-45'],
    ['/convention?as-of=hier', 'as-of', 'hier'],
    ['/attributions?from=2025-13-01&to=2025-12-31', 'from', '2025-13-01'],
    ['/convention?on=xx', 'on', 'xx'],
  ])('a day that is none is told in the place of the page: %s', async (address, name, value) => {
    tab = await browser.open(site);
    await tab.visit(address);
    expect(await tab.page.locator('h1').innerText()).toBe('Date inconnue dans l’adresse');
    expect(await tab.page.getByRole('alert').innerText()).toContain(`${name} vaut ${value}`);
    expect(await faultsOf(tab)).toEqual(NO_FAULTS);
    await tab.page.getByRole('link', { name: 'Ouvrir la page sans cette date' }).click();
    await tab.settle();
    expect(tab.address).not.toContain(`${name}=`);
    expect(await tab.page.locator('h1').innerText()).not.toContain('Date inconnue');
    expect(tab.faults).toEqual([]);
  });

  it('a day that is typed in French is understood', async () => {
    tab = await browser.open(site);
    await tab.visit('/essentiel?as-of=31/07/2025');
    expect(await tab.page.title()).toContain('tel que connu le 31 juillet 2025');
    expect(tab.faults).toEqual([]);
  });
});
