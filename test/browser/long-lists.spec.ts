import { describeInBrowser } from './support/browser';
import { faultsOfSize, faultsOfStability, violationsIn } from './support/gates';
import { measure } from './support/in-page.js';
import { addressesOf, PAGES } from './support/pages';
import { Site } from './support/site';

/** With more leases than a page shows, pages stay of a size that a browser and a reader can bear. */
describeInBrowser('with long lists', (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.long();
  });
  afterAll(() => site?.stop());

  it('each page is bounded and stable; axe looks at the longest', async () => {
    const faults: string[] = [];
    const longest = { address: '', rows: -1 };
    const tab = await browser.open(site);
    tab.foresee(404);
    for (const address of PAGES.flatMap((route) => addressesOf(route, site))) {
      await tab.visit(address);
      const measures = await tab.page.evaluate(measure);
      faults.push(
        ...[...faultsOfSize(measures), ...faultsOfStability(measures)].map((fault) => `${address}: ${fault}`),
      );
      if (measures.rows > longest.rows) Object.assign(longest, { address, rows: measures.rows });
    }
    expect(faults).toEqual([]);
    await tab.visit(longest.address);
    expect(await violationsIn(tab)).toEqual([]);
    await tab.close();
  });
});
