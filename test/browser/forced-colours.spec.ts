import { describeInBrowser } from './support/browser';
import { PAST } from './support/fixture-files';
import { focused, lostInForcedColours, numberStops } from './support/in-page.js';
import { addressesOf, PAGES } from './support/pages';
import { Site } from './support/site';

/** A reader may force their own colours, light or dark: grounds go, and what was told by a colour alone with them. */
describeInBrowser('in forced colours', (browser) => {
  let site: Site;
  beforeAll(async () => void (site = await Site.full()));
  afterAll(() => site?.stop());

  it.each(['light', 'dark'] as const)(
    '%s: bars, targets, states, the place in the menu and the ring are seen',
    async (colorScheme) => {
      const tab = await browser.open(site);
      await tab.page.emulateMedia({ forcedColors: 'active', colorScheme });
      const lost: string[] = [];
      for (const address of PAGES.filter(({ place }) => place !== 'footer').flatMap((route) =>
        addressesOf(route, site),
      )) {
        await tab.visit(`${address}?as-of=${PAST}`);
        const found = [...(await tab.page.evaluate(lostInForcedColours))];
        await tab.page.evaluate(numberStops);
        await tab.page.keyboard.press('Tab');
        found.push(...(await tab.page.evaluate(focused)).faults);
        lost.push(...found.map((fault) => `${address}: ${fault}`));
      }
      expect(lost).toEqual([]);
      await tab.close();
    },
  );
});
