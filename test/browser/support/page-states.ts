import { describeInBrowser, type Tab } from './browser';
import { PAST } from './fixture-files';
import { faultsOf, NO_FAULTS } from './gates';
import { addressesOf, PAGES } from './pages';
import { Site } from './site';

export type PageState = 'full' | 'empty' | 'error' | 'past';

const PAGE_WITHOUT_DATA = '/plan-du-site';
/** What a page says where it has nothing to show. */
const NOTHING_HERE = /Rien n’est encore enregistré|Aucune ligne|Rien dans votre périmètre/;

/** Each page of the router, in one state, before each gate that needs nothing but to look at the page. */
export function describePages(state: PageState): void {
  describeInBrowser(`each page, ${state}`, (browser) => {
    let site: Site;
    let ofShell: readonly string[];
    beforeAll(async () => {
      site = state === 'empty' ? await Site.empty() : await Site.full();
      const tab = await browser.open(site);
      await tab.visit(PAGE_WITHOUT_DATA);
      ofShell = callsOf(tab);
      await tab.close();
    });
    afterAll(() => site?.stop());

    it.each(PAGES.map((route) => [route.path, route] as const))('%s', async (_path, route) => {
      for (const address of addressesOf(route, site)) {
        const tab = await browser.open(site);
        await SHOWN[state](tab, address);
        expect({ address, faults: await faultsOf(tab) }).toEqual({ address, faults: NO_FAULTS });
        await EXPECTED[state](
          tab,
          callsOf(tab).some((path) => !ofShell.includes(path)),
        );
        await tab.close();
      }
    });
  });
}

const SHOWN: Readonly<Record<PageState, (tab: Tab, address: string) => Promise<void>>> = {
  full: (tab, address) => tab.visit(address),
  async empty(tab, address) {
    // What the address names does not exist here.
    tab.foresee(404);
    await tab.visit(address);
  },
  async error(tab, address) {
    await tab.breakApi();
    await tab.page.clock.install();
    await tab.visit(address);
    // The page asks again, later and later, before it tells the reader.
    for (const pause of [2_000, 5_000]) {
      await tab.page.clock.fastForward(pause);
      await tab.settle();
    }
  },
  past: (tab, address) => tab.visit(`${address}${address.includes('?') ? '&' : '?'}as-of=${PAST}`),
};

const EXPECTED: Readonly<Record<PageState, (tab: Tab, asksForData: boolean) => Promise<void>>> = {
  async full(tab) {
    expect(await mainText(tab)).not.toMatch(NOTHING_HERE);
  },
  empty: async () => undefined,
  async error(tab, asksForData) {
    const told = await tab.page.locator('main [role="alert"]').count();
    if (asksForData) expect(told).toBeGreaterThan(0);
  },
  async past(tab) {
    expect(await tab.page.locator('body').innerText()).toMatch(/31 juillet 2025|31\/07\/2025/);
  },
};

function mainText(tab: Tab): Promise<string> {
  return tab.page.locator('main').innerText();
}

/** The paths of the API that the page asked. */
function callsOf(tab: Tab): readonly string[] {
  return tab.fetched.filter(({ path }) => path.startsWith('/api/')).map(({ path }) => path.split('?')[0]!);
}
