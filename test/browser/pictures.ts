/**
 * `npm run pictures` makes the pictures of the README in docs/images, from the demonstration. It takes about two minutes, most of them for
 * the load of the demonstration.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { mixite, serving, temporaryFolders } from '../e2e/support/mixite';
import { TestBrowser, type Tab } from './support/browser';

const IMAGES = join(__dirname, '../../docs/images');

interface Picture {
  readonly file: string;
  readonly address: string;
  /** In pixels. Default: a window of 1 280 × 800. */
  readonly height?: number;
}

const PICTURES: readonly Picture[] = [
  { file: 'convention.png', address: '/convention?from=2023-01-01&to=2023-12-31' },
  { file: 'essentiel.png', address: '/essentiel?from=2023-01-01&to=2023-12-31', height: 1000 },
  { file: 'attributions.png', address: '/attributions?from=2023-01-01&to=2023-12-31&en_qpv=N&quartile=1' },
  { file: 'semestre.png', address: '/prefet/2023-S2' },
  { file: 'convention-passee.png', address: '/convention?from=2023-01-01&to=2023-12-31&as-of=2023-07-01' },
];

async function main(): Promise<void> {
  const folders = temporaryFolders();
  const data = folders.make();
  const service = await serving(['demo', '--data', data, '--port', '0']);
  const browser = new TestBrowser();
  try {
    const { stdout } = await mixite(['token', '--role', 'administrateur', '--data', data]);
    await browser.start();
    const site = { url: service.url, cookieOf: () => Promise.reject(new Error('no account is made here')) };
    const tab = await browser.open(site, { role: null });
    // The token stays with the tab.
    await tab.visit(`/#jeton=${stdout.trim().split('\n')[0]!}`);
    mkdirSync(IMAGES, { recursive: true });
    for (const picture of PICTURES) await take(tab, picture);
    if (tab.faults.length > 0) throw new Error(tab.faults.join('\n'));
  } finally {
    await browser.stop();
    await service.stop();
    folders.removeAll();
  }
}

async function take(tab: Tab, { file, address, height = 800 }: Picture): Promise<void> {
  await tab.page.setViewportSize({ width: 1280, height });
  await tab.visit(address);
  await tab.page.screenshot({ path: join(IMAGES, file) });
  process.stderr.write(`docs/images/${file}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
