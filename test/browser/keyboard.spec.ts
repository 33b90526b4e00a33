import { describeInBrowser, type Tab } from './support/browser';
import { violationsIn } from './support/gates';
import { focusName, numberOpeners, numberStops, openLayers } from './support/in-page.js';
import { addressOf, PAGES } from './support/pages';
import { Site } from './support/site';
import { walk } from './support/walk';

describeInBrowser('by the keyboard', (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.full();
  });
  afterAll(() => site?.stop());
  /** The same panels of the shell are on each page: axe looks at each once. */
  const seen = new Set<string>();
  const isNew = (name: string): boolean => !seen.has(name) && Boolean(seen.add(name));

  describe.each(PAGES.map((route) => [route.path, route] as const))('%s', (_path, route) => {
    let tab: Tab;
    beforeAll(async () => {
      tab = await browser.open(site);
      await tab.visit(addressOf(route, site));
    });
    afterAll(() => tab?.close());

    it('reaches each part once, in order, and shows where one is', async () => {
      const names = await tab.page.evaluate(numberStops);
      const { order, faults } = await walk(tab, names.length);
      expect(order.map((stop) => names[stop])).toEqual(names);
      expect(faults).toEqual([]);
    });

    it('opens what is over the page; Échap closes it and gives the focus back', async () => {
      const openers = await tab.page.evaluate(numberOpeners);
      for (const [index, name] of openers.entries()) {
        await tab.page.locator(`[data-opener="${index}"]`).focus();
        const before = await tab.page.evaluate(openLayers);
        await tab.page.keyboard.press('Enter');
        await tab.settle();
        expect({ name, layers: await tab.page.evaluate(openLayers) }).toEqual({ name, layers: before + 1 });
        if (isNew(name)) expect({ name, faults: await violationsIn(tab) }).toEqual({ name, faults: [] });
        await tab.page.keyboard.press('Escape');
        await tab.settle();
        const after = { layers: await tab.page.evaluate(openLayers), focus: await tab.page.evaluate(focusName) };
        expect({ name, ...after }).toEqual({ name, layers: before, focus: `opener ${index}` });
      }
    });
  });

  it('puts the focus on the content after a change of page', async () => {
    const tab = await browser.open(site);
    await tab.visit('/plan-du-site');
    const links = tab.page.locator('nav a[href^="/"]:visible');
    const addresses = await links.evaluateAll((elements) =>
      elements.map((element) => String(element.getAttribute('href'))),
    );
    for (const address of new Set(addresses)) {
      await tab.visit('/plan-du-site');
      if (address === tab.address) continue;
      await tab.page.locator(`nav a[href="${address}"]:visible`).first().press('Enter');
      await tab.page.waitForURL((url) => url.pathname !== '/plan-du-site');
      await tab.settle();
      expect({ address, focus: await tab.page.evaluate(focusName) }).toEqual({ address, focus: 'main' });
    }
    await tab.close();
  });
});
