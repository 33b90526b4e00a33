import type { Tab } from './browser';
import { focused } from './in-page.js';

const FIRST_KEYS = 3;

/** Goes through the page by Tab, from its beginning until it leaves it. */
export async function walk(tab: Tab, stops: number): Promise<{ order: readonly number[]; faults: readonly string[] }> {
  const order: number[] = [];
  const faults: string[] = [];
  await tab.page.bringToFront();
  await tab.page.evaluate('document.activeElement.blur(); scrollTo(0, 0)');
  // Twice as often as there are stops: one that comes again is seen.
  for (let press = 0; press < stops * 2 + 2; press += 1) {
    await tab.page.keyboard.press('Tab');
    const { stop, tag, faults: found } = await tab.page.evaluate(focused);
    // A window that has just come to the front may let the first key pass.
    if (tag === undefined && order.length === 0 && press < FIRST_KEYS) continue;
    if (tag === undefined || stop === order[0]) break;
    if (stop === null) faults.push(`focus on what nobody expects: ${tag}`);
    else order.push(stop);
    faults.push(...found.map((fault) => `${tag} ${fault}`));
  }
  return { order, faults };
}
