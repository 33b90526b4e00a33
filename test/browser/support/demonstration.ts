import { serving, temporaryFolders } from '../../e2e/support/mixite';
import { TestBrowser, type Tab } from './browser';

/** What is looked at: a page of the demonstration, in a role that is entered by its one click. */
export interface Look {
  /** The role, in the words of its button. */
  readonly as: string;
  readonly address: string;
  readonly height?: number;
}

/**
 * Serves the demonstration while somebody looks at it.
 * @param folder where it is loaded already; undefined: it is loaded into a folder that is removed afterwards
 */
export async function inDemonstration(
  folder: string | undefined,
  look: (open: (what: Look) => Promise<Tab>) => Promise<void>,
): Promise<void> {
  const folders = temporaryFolders();
  const service = await serving(['demo', '--data', folder ?? folders.make(), '--port', '0']);
  const browser = new TestBrowser();
  try {
    await browser.start();
    await look((what) => opened(browser, service.url, what));
  } finally {
    await browser.stop();
    await service.stop();
    folders.removeAll();
  }
}

async function opened(browser: TestBrowser, url: string, { as, address, height = 800 }: Look): Promise<Tab> {
  const cookieOf = () => Promise.reject(new Error('the demonstration is entered by its page'));
  const tab = await browser.open({ url, cookieOf }, { role: null });
  // Whoever has not chosen a role is told so by the API.
  tab.foresee(401);
  await tab.page.setViewportSize({ width: 1280, height });
  await tab.visit(address);
  await tab.page.getByRole('button', { name: as, exact: true }).click();
  await tab.page.getByRole('navigation', { name: 'Menu' }).waitFor();
  await tab.settle();
  return tab;
}
