import { describeInBrowser, type Tab } from './support/browser';
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
        const elsewhere = route.path === '/accessibilite' ? '/plan-du-site' : '/accessibilite';
        await tab.page.locator(`footer a[href^="${elsewhere}"]`).first().click();
        await tab.page.waitForURL((url) => url.pathname === elsewhere);
        await tab.settle();
        await tab.page.goBack();
        await tab.settle();
        expect(await shown(tab)).toEqual(before);
        expect(tab.faults).toEqual([]);
        await tab.close();
      }
    },
  );
});

/** What the reader sees: the address, the title of the window, the content. */
async function shown(tab: Tab) {
  return {
    address: tab.address,
    title: await tab.page.title(),
    content: await tab.page.locator('main').innerText(),
  };
}
