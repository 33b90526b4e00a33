import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext, type Page, type Request, type Route } from 'playwright-core';
import type { GivenRole } from '#access';
import { isBusy, watchPage } from './in-page.js';
import type { Site } from './site';

const KNOWN_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const CHROMIUM = process.env['MIXITE_CHROMIUM'] || KNOWN_PATHS.find((path) => existsSync(path));
const QUIET_LOOKS = 4;
const BETWEEN_LOOKS_MS = 15;
const SETTLED_WITHIN_MS = 15_000;
export const DESKTOP = { width: 1280, height: 800 };

/**
 * Tests in Chromium. Without one they are skipped, and the output says so. Where `MIXITE_REQUIRE_BROWSER` is set, they fail instead.
 * On a busy machine a key or a focus may come late: a test that fails is tried once more, and the output shows what it said before.
 */
export function describeInBrowser(name: string, body: (browser: TestBrowser) => void): void {
  if (!CHROMIUM && !process.env['MIXITE_REQUIRE_BROWSER']) {
    process.stderr.write(`\nSKIPPED: ${name}: install Chromium (Debian: apt-get install chromium fonts-liberation)\n`);
    return describe.skip(name, () => body(new TestBrowser()));
  }
  const browser = new TestBrowser();
  describe(name, () => {
    jest.retryTimes(1, { logErrorsBeforeRetry: true });
    beforeAll(() => browser.start());
    afterAll(() => browser.stop());
    body(browser);
  });
}

export interface TabOptions {
  /** Default: the role that sees most. Null: nobody is signed in. */
  readonly role?: GivenRole | null;
  readonly width?: number;
}

/** What a browser needs of a site. */
export type OpenSite = Pick<Site, 'url' | 'cookieOf'>;

/** One Chromium. Each tab has cookies and a cache of its own. */
export class TestBrowser {
  private browser: Browser | undefined;

  async start(): Promise<void> {
    this.browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
  }

  async stop(): Promise<void> {
    await this.browser?.close();
  }

  async open(site: OpenSite, { role = 'administrateur', width = DESKTOP.width }: TabOptions = {}): Promise<Tab> {
    const context = await this.browser!.newContext({
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      viewport: { ...DESKTOP, width },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(SETTLED_WITHIN_MS);
    if (role !== null) await context.addCookies([{ ...(await site.cookieOf(role)), url: site.url }]);
    await context.addInitScript(watchPage);
    return new Tab(site, context, await context.newPage());
  }
}

/** What came over the network for a page. */
export interface Fetched {
  readonly path: string;
  readonly type: string;
  readonly request: Request;
}

/** One page in the browser, which keeps everything that is wrong with it. */
export class Tab {
  /** Errors of the console and of the page, violations of its policy, requests to another host. */
  readonly faults: string[] = [];
  readonly fetched: Fetched[] = [];
  private readonly pending = new Set<Request>();
  private readonly foreseen = new Set<string>();

  constructor(
    readonly site: OpenSite,
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.note(message.text(), message.location().url);
    });
    page.on('pageerror', (error) => this.note(`${error.name}: ${error.message}`));
    page.on('request', (request) => this.begin(request));
    page.on('requestfinished', (request) => this.pending.delete(request));
    page.on('requestfailed', (request) => this.pending.delete(request));
  }

  /** Opens an address of the site as a reader who types it, and waits until the page is complete. */
  async visit(address: string): Promise<void> {
    await this.page.goto(`${this.site.url}${address}`, { waitUntil: 'load' });
    await this.settle();
  }

  /** Waits until nothing is being fetched and the page does not say that it is loading, at several looks in turn. */
  async settle(): Promise<void> {
    const deadline = Date.now() + SETTLED_WITHIN_MS;
    for (let quiet = 0; quiet < QUIET_LOOKS; await sleep(BETWEEN_LOOKS_MS)) {
      quiet = this.pending.size > 0 || (await this.isBusy()) ? 0 : quiet + 1;
      if (Date.now() > deadline) throw new Error(`still loading: ${this.page.url()} ${this.waitsFor()}`);
    }
  }

  /** Lets the API fail as a service does that has an error of its own, but for who is signed in. */
  async breakApi(): Promise<void> {
    this.foreseen.add('500');
    await this.page.route('**/api/**', async (route: Route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/api/me' || pathname === '/api/session') return route.continue();
      return route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(A_PROBLEM) });
    });
  }

  /** An answer of this status is a part of what the test does: the console's line about it is no fault. */
  foresee(status: number): void {
    this.foreseen.add(String(status));
  }

  /** The address as the reader sees it, without the host. */
  get address(): string {
    const { pathname, search, hash } = new URL(this.page.url());
    return `${pathname}${search}${hash}`;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  private begin(request: Request): void {
    const { origin, pathname, search, protocol } = new URL(request.url());
    if (protocol === 'data:' || protocol === 'blob:') return;
    if (origin !== this.site.url) this.faults.push(`a request to another host: ${request.url()}`);
    this.pending.add(request);
    this.fetched.push({ path: `${pathname}${search}`, type: request.resourceType(), request });
  }

  private note(text: string, source = ''): void {
    const status = /^Failed to load resource.*status of (\d+)/.exec(text)?.[1];
    if (status === undefined || !this.foreseen.has(status)) this.faults.push(source ? `${text} (${source})` : text);
  }

  /** A page that is being left has no answer. */
  private isBusy(): Promise<boolean> {
    return this.page.evaluate(isBusy).catch(() => true);
  }

  private waitsFor(): string {
    return [...this.pending].map((request) => request.url()).join(' ');
  }
}

const A_PROBLEM = {
  type: 'about:blank',
  status: 500,
  title: 'Erreur du service',
  detail: 'Le service a rencontré une erreur. Réessayez dans quelques instants.',
  code: 'internal-error',
};
