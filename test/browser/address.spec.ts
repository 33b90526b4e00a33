import { describeInBrowser, type Tab } from './support/browser';
import { violationsIn } from './support/gates';
import { addressesOf, PAGES } from './support/pages';
import { Site } from './support/site';

describeInBrowser('the address is the state', (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.full();
  });
  afterAll(() => site?.stop());

  it.each(PAGES.map((route) => [route.path, route] as const))(
    '%s is the same after Back and after a reload',
    async (_path, route) => {
      for (const address of addressesOf(route, site)) {
        const tab = await browser.open(site);
        await tab.visit(address);
        const before = await shown(tab);
        await tab.page.reload();
        await tab.settle();
        expect(await shown(tab)).toEqual(before);
        await tab.page.locator(`:is(.menu, footer) a:not([href^="${route.path}"])`).first().click();
        await tab.page.waitForURL((url) => url.pathname !== new URL(address, site.url).pathname);
        await tab.settle();
        await tab.page.goBack();
        await tab.settle();
        expect(await shown(tab)).toEqual(before);
        expect(tab.faults).toEqual([]);
        await tab.close();
      }
    },
  );

  it('holds the instant as of which one reads, from page to page, until one comes back to today', async () => {
    const tab = await browser.open(site);
    await tab.visit('/plan-du-site');
    await tab.page.locator('summary', { hasText: 'Tel que connu' }).click();
    const field = tab.page.getByLabel('Tel que connu le');
    await field.fill('31/02/2025');
    await field.press('Enter');
    expect(await tab.page.locator('header .fault').innerText()).toContain('31/02/2025');
    expect(await violationsIn(tab)).toEqual([]);
    await field.fill('31/07/2025');
    await field.press('Enter');
    await tab.page.waitForURL(/as-of=2025-07-31/);
    await tab.page.locator('.menu a').first().click();
    await tab.page.waitForURL((url) => url.pathname !== '/plan-du-site');
    await tab.settle();
    expect(new URL(tab.page.url()).searchParams.get('as-of')).toBe('2025-07-31');
    await tab.page.getByRole('button', { name: 'Revenir à aujourd’hui' }).click();
    await tab.settle();
    expect(tab.address).not.toContain('as-of');
    expect(tab.faults).toEqual([]);
    await tab.close();
  });
});

/** What the reader sees: the address, the title of the window, the content. */
async function shown(tab: Tab) {
  return {
    address: tab.address,
    title: await tab.page.title(),
    content: await tab.page.locator('main').innerText(),
  };
}
