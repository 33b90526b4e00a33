import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeInBrowser, type Tab } from './support/browser';
import { showsFigure } from './support/in-page.js';
import { addressOf, PAGES } from './support/pages';
import { Site } from './support/site';

const BUILT = join(__dirname, '../../dist/web');
const KB = 1_000;
const FIRST_VISIT = 170;
const FIRST_VISIT_OF_ANY_PAGE = 210;
const ENTRY_SCRIPT = 115;
const STYLE_SHEETS = 20;
const ANY_OTHER_SCRIPT = 70;
const CALLS_BEFORE_FIRST_FIGURE = 3;
/** What each page asks, whatever it shows: who is here, and the name of the territory. */
const CALLS_OF_SHELL = ['/api/me', '/api/convention'];

/** The files of the site that are compressed, with their weight in kB. */
function built(extension: string): readonly { readonly name: string; readonly weight: number }[] {
  const names = readdirSync(BUILT, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith(`${extension}.br`))
    .map((name) => ({ name: name.slice(0, -'.br'.length), weight: statSync(join(BUILT, name)).size / KB }));
}

describe('the built site', () => {
  const index = readFileSync(join(BUILT, 'index.html'), 'utf8');
  const isEntry = (name: string): boolean => index.includes(`src="/${name}"`);

  it('has an entry script, sheets of style and other scripts within their bounds', () => {
    const scripts = built('.js');
    expect(scripts.filter(({ name }) => isEntry(name))).toHaveLength(1);
    const tooHeavy = scripts.filter(({ name, weight }) => weight > (isEntry(name) ? ENTRY_SCRIPT : ANY_OTHER_SCRIPT));
    expect(tooHeavy).toEqual([]);
    const sheets = built('.css').filter(({ name }) => index.includes(name));
    expect(sheets.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThanOrEqual(STYLE_SHEETS);
  });

  it('has no inline script and no inline style', () => {
    expect(index).not.toMatch(/<style|style="|<script(?![^>]* src=)/);
  });
});

describeInBrowser('the first visit', (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.full();
  });
  afterAll(() => site?.stop());

  const pages = [['/', FIRST_VISIT] as const, ...PAGES.map(({ path }) => [path, FIRST_VISIT_OF_ANY_PAGE] as const)];
  it.each(pages)('of %s weighs at most %i kB, with few calls before its first figure', async (path, bound) => {
    const tab = await browser.open(site);
    const route = PAGES.find((page) => page.path === path);
    const calls = callsBeforeFirstFigure(tab);
    await tab.visit(route ? addressOf(route, site) : path);
    const weights = await Promise.all(tab.fetched.map(weightOf));
    const total = weights.reduce((sum, { weight }) => sum + weight, 0);
    expect({ total: total <= bound || total, weights: total <= bound || weights }).toEqual({
      total: true,
      weights: true,
    });
    expect((await calls).length <= CALLS_BEFORE_FIRST_FIGURE || (await calls)).toBe(true);
    await tab.close();
  });
});

async function weightOf({ path, request }: Tab['fetched'][number]) {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return { path, weight: (responseBodySize + responseHeadersSize) / KB };
}

/** The page's own calls of the API that were begun when the content shows its first figure. A page without one has none to wait for. */
async function callsBeforeFirstFigure(tab: Tab): Promise<readonly string[]> {
  await tab.page.waitForEvent('domcontentloaded');
  const shows = await tab.page.waitForFunction(showsFigure, null, { timeout: 3_000 }).catch(() => undefined);
  if (!shows) return [];
  const calls = tab.fetched.map(({ path }) => path).filter((path) => path.startsWith('/api/'));
  return calls.filter((path) => !CALLS_OF_SHELL.includes(path));
}
