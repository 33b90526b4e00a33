import { describeInBrowser } from './support/browser';
import { lostAtThisWidth, spaceText } from './support/in-page.js';
import { addressOf, PAGES } from './support/pages';
import { Site } from './support/site';

describeInBrowser('in a narrow window', (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.full();
  });
  afterAll(() => site?.stop());

  describe.each(PAGES.map((route) => [route.path, route] as const))('%s', (_path, route) => {
    // RGAA 10.11 and 10.4: 1 280 px enlarged four times, and twice.
    it.each([320, 640])('loses nothing at %i px', async (width) => {
      const tab = await browser.open(site, { width });
      await tab.visit(addressOf(route, site));
      expect(await tab.page.evaluate(lostAtThisWidth)).toEqual([]);
      // RGAA 10.12.
      await tab.page.evaluate(spaceText);
      expect(await tab.page.evaluate(lostAtThisWidth)).toEqual([]);
      await tab.close();
    });
  });
});
