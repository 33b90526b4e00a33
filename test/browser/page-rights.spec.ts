import { GIVEN_ROLES, type GivenRole } from '#access';
import { describeInBrowser, type Tab } from './support/browser';
import { faultsOf, NO_FAULTS } from './support/gates';
import { addressOf, PAGES, type RouterRoute } from './support/pages';
import { Site } from './support/site';

interface Me {
  readonly rights: readonly string[];
}
interface Documented {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly 'x-right'?: string }>>>>;
}

const NOT_ALLOWED = ['not-allowed', 'import-not-allowed', 'scope-not-allowed'];

describeInBrowser('what a role may not', (browser) => {
  let site: Site;
  const rights = new Map<GivenRole, readonly string[]>();
  beforeAll(async () => {
    site = await Site.full();
    for (const role of GIVEN_ROLES)
      rights.set(role, ((await (await asked(role, 'GET', '/api/me')).json()) as Me).rights);
  });
  afterAll(() => site?.stop());

  async function asked(role: GivenRole, method: string, path: string): Promise<Response> {
    const { name, value } = await site.cookieOf(role);
    return fetch(`${site.url}${path}`, { method, headers: { cookie: `${name}=${value}`, origin: site.url } });
  }
  const lacks = (role: GivenRole, { right }: RouterRoute): boolean =>
    right !== undefined && !rights.get(role)!.includes(right);

  it.each(GIVEN_ROLES.map((role) => [role] as const))('%s: what `GET /api/me` hides, the API refuses', async (role) => {
    const { paths } = (await (await asked(role, 'GET', '/api/docs-json')).json()) as Documented;
    const allowed: string[] = [];
    for (const [path, verbs] of Object.entries(paths))
      for (const [verb, { 'x-right': right }] of Object.entries(verbs)) {
        if (right === undefined || right === 'self' || rights.get(role)!.includes(right)) continue;
        const answer = await asked(role, verb.toUpperCase(), path.replace(/\{\w+\}/g, 'x'));
        const { code } = (await answer.json()) as { readonly code: string };
        if (answer.status !== 403 || !NOT_ALLOWED.includes(code))
          allowed.push(`${verb} ${path}: ${answer.status} ${code}`);
      }
    expect(allowed).toEqual([]);
  });

  it.each(GIVEN_ROLES.map((role) => [role] as const))(
    '%s: is absent from the menu, and the rest is there',
    async (role) => {
      const tab = await browser.open(site, { role });
      await tab.visit('/plan-du-site');
      const shown = await entriesOfMenu(tab);
      const entries = PAGES.filter(({ place }) => place === 'menu');
      expect(shown).toEqual(entries.filter((route) => !lacks(role, route)).map(({ path }) => path));
      expect(tab.faults).toEqual([]);
      await tab.close();
    },
  );

  it('statisticien: landlords whose figures are masked are not counted as if they were read', async () => {
    const tab = await browser.open(site, { role: 'statisticien' });
    await tab.visit('/prefet/2025-S2');
    const text = (await tab.page.getByRole('main').innerText()).replace(/[\u00a0\u202f]/gu, ' ');
    expect(text).toContain(
      '0 bailleur sous la cible, sur 0 bailleur dont les chiffres se lisent ; ceux de 2 autres sont masqués.',
    );
    expect(tab.faults).toEqual([]);
    await tab.close();
  });

  const guarded = PAGES.filter(({ right }) => right !== undefined);
  it.each(guarded.map((route) => [route.path, route] as const))(
    '%s: says so, and asks for nothing',
    async (_path, route) => {
      const role = GIVEN_ROLES.find((each) => lacks(each, route));
      if (!role) return;
      const tab = await browser.open(site, { role });
      await tab.visit(addressOf(route, site));
      expect(await faultsOf(tab)).toEqual(NO_FAULTS);
      expect(await tab.page.locator('main').innerText()).toMatch(/droit/);
      expect(await tab.page.locator('main table').count()).toBe(0);
      await tab.close();
    },
  );
});

/** The paths that the left column leads to. */
async function entriesOfMenu(tab: Tab): Promise<readonly string[]> {
  const links = tab.page.locator('.menu a');
  const addresses = await links.evaluateAll((elements) =>
    elements.map((element) => String(element.getAttribute('href'))),
  );
  return addresses.map((address) => new URL(address, tab.site.url).pathname);
}
