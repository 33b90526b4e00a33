/* global document, window, requestAnimationFrame, addEventListener, URL */
const { execFileSync } = require('node:child_process');
const { existsSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { chromium } = require('playwright-core');
const { showsFigure } = require('../browser/support/in-page.js');
const { ratioFigure } = require('./measure');
const { tokenOf } = require('./process');
const { serving } = require('./serving');

const UNTIL = '2026-06-30';
const PERIOD = 'from=2025-01-01&to=2025-12-31';
const AT_MOST = 3;
const PAGES = [`/essentiel?${PERIOD}`, `/convention?${PERIOD}`, `/attributions?${PERIOD}`, '/prefet/2025-S2'];
const LIST = `/attributions?${PERIOD}`;
/** What every page asks for its frame, whatever it shows. */
const CALLS_OF_SHELL = ['/api/me', '/api/head'];
const INTERACTIONS = [
  ['another page of the list', (page) => page.getByRole('button', { name: 'Suivante' }).first().click()],
  ['another order', (page) => page.getByRole('button', { name: 'Bail', exact: true }).click()],
  ['a filter', (page) => page.getByRole('combobox', { name: 'En QPV' }).selectOption({ label: 'oui' })],
];

const executablePath = process.env.MIXITE_CHROMIUM ?? '/usr/bin/chromium';

/** Notes when the first figure stands on the page, and how long a click or a choice takes until other rows are painted. In milliseconds. */
function watchTimes() {
  const rows = () => document.querySelector('main table:last-of-type tbody')?.textContent;
  const afterPaint = (note) => requestAnimationFrame(() => setTimeout(() => note(performance.now())));
  const whenFirst = () => {
    if (window.showsFigure()) afterPaint((now) => (window.firstFigure = now));
    else requestAnimationFrame(whenFirst);
  };
  requestAnimationFrame(whenFirst);
  const begin = ({ timeStamp }) => {
    const before = rows();
    const look = () => {
      if (rows() === before || rows() === undefined) requestAnimationFrame(look);
      else afterPaint((now) => (window.lasted = now - timeStamp));
    };
    requestAnimationFrame(look);
  };
  addEventListener('click', begin, true);
  addEventListener('change', begin, true);
}

const SCRIPT = `window.showsFigure = ${showsFigure}; (${watchTimes})();`;
const noted = async (page, name) => (await page.waitForFunction((key) => window[key], name)).jsonValue();

/** A visit with an empty cache, signed in. Keeps what it asked of the API. */
async function visited(browser, { url, token }, address, work) {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    if (token) await page.goto(`${url}/plan-du-site#jeton=${token}`, { waitUntil: 'networkidle' });
    if (token) await clearCache(context, page);
    await page.addInitScript(SCRIPT);
    const calls = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/') && !CALLS_OF_SHELL.includes(pathname)) calls.push(`${pathname}${search}`);
    });
    await page.goto(`${url}${address}`, { waitUntil: 'commit' });
    const first = await noted(page, 'firstFigure');
    return await work({ page, first, calls });
  } finally {
    await context.close();
  }
}

async function clearCache(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
}

/** A call that brings rows, not one that asks for a count. */
const isList = (call) =>
  call.startsWith('/api/allocations?') && !call.includes('limit=1&') && !call.endsWith('limit=1');

const bareAddress = (calls) => `/page?${calls.map((call) => `call=${encodeURIComponent(call)}`).join('&')}`;

/** Visits to both sides, by turns. */
async function byTurns(rounds, ours, yardstick) {
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) pairs.push({ yardstick: await yardstick(), ours: await ours() });
  return pairs;
}

/** The time until the first figure beside that of a bare page that fetches what the page has fetched by then. */
async function firstFigure({ browser, ours, bare, rounds }, address) {
  const calls = await visited(browser, ours, address, ({ calls }) => [...calls]);
  const time = (site, path) => () => visited(browser, site, path, ({ first }) => first);
  const pairs = await byTurns(rounds, time(ours, address), time(bare, bareAddress(calls)));
  const name = `first figure of ${address.split('?')[0]}, nothing cached, against a bare page with the same calls (${calls.length})`;
  return ratioFigure({ name, unit: 'ms', target: AT_MOST, better: 'lower' }, pairs);
}

/** The time from a click to other rows beside that of a bare page that fetches the same rows and writes them as a plain table. */
async function interaction({ browser, ours, bare, rounds }, [name, act]) {
  const seen = await visited(browser, ours, LIST, async ({ page, calls }) => {
    await page.waitForLoadState('networkidle');
    const [before] = calls.splice(0).filter(isList);
    await act(page);
    await noted(page, 'lasted');
    return { before, after: calls.find(isList) };
  });
  const lasted =
    (work) =>
    async ({ page }) => {
      await page.waitForLoadState('networkidle');
      await work(page);
      return noted(page, 'lasted');
    };
  const address = `${bareAddress([seen.before])}&then=${encodeURIComponent(seen.after)}`;
  const pairs = await byTurns(
    rounds,
    () => visited(browser, ours, LIST, lasted(act)),
    () =>
      visited(
        browser,
        bare,
        address,
        lasted((page) => page.getByRole('button').click()),
      ),
  );
  return ratioFigure(
    { name: `${name}, against a plain table of the same rows`, unit: 'ms', target: AT_MOST, better: 'lower' },
    pairs,
  );
}

/** The pages of the demonstration in a browser, beside bare pages that ask the same of the API. */
async function run({ rounds }) {
  if (!existsSync(executablePath)) throw new Error('no browser: install Chromium, or name one in MIXITE_CHROMIUM');
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-pages-'));
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    execFileSync(process.execPath, [join(__dirname, 'support/fill-demo.js'), folder, UNTIL], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return await serving('serve-leases.js', [folder], async (url) => {
      const token = await tokenOf(url);
      return serving('serve-bare-pages.js', [url, token], async (bareUrl) => {
        const sites = { browser, rounds, ours: { url, token }, bare: { url: bareUrl } };
        const figures = [];
        for (const address of PAGES) figures.push(await firstFigure(sites, address));
        for (const act of INTERACTIONS) figures.push(await interaction(sites, act));
        return figures;
      });
    });
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { run };
