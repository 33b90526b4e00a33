import { AxeBuilder } from '@axe-core/playwright';
import type { Tab } from './browser';
import { measure, texts, type Measures } from './in-page.js';
import { faultsOfLanguage } from './language';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
/**
 * Rules of axe that cannot always decide, and that somebody has looked at: where a background is drawn by hatching or by another element,
 * axe computes no contrast; the ratios of the tokens are computed in a test of the theme. Of a heading over a group of rows (`rowgroup`)
 * it looks for the cells beside it, where there are none: they are below.
 */
const REVIEWED_BY_HAND = new Set(['color-contrast', 'th-has-data-cells']);
const LARGEST_SHIFT = 0.02;
const MOST_ROWS = 200;
const MOST_ELEMENTS = 6_000;

/** What is wrong with a page, by gate. */
export interface PageFaults {
  readonly accessibility: readonly string[];
  readonly console: readonly string[];
  readonly frame: readonly string[];
  readonly language: readonly string[];
  readonly size: readonly string[];
  readonly stability: readonly string[];
}

export const NO_FAULTS: PageFaults = {
  accessibility: [],
  console: [],
  frame: [],
  language: [],
  size: [],
  stability: [],
};

/** What of a page is too much for one reader. */
export function faultsOfSize({ rows, elements }: Pick<Measures, 'rows' | 'elements'>): readonly string[] {
  return [
    ...(rows <= MOST_ROWS ? [] : [`a table of ${rows} rows`]),
    ...(elements <= MOST_ELEMENTS ? [] : [`${elements} elements`]),
  ];
}

/** What moved while the page was drawn. */
export function faultsOfStability({ shift: { sum, sources } }: Pick<Measures, 'shift'>): readonly string[] {
  return sum <= LARGEST_SHIFT ? [] : [`a shift of ${sum.toFixed(3)}: ${[...new Set(sources)].join(', ')}`];
}

/** Holds the page that the tab shows against each gate that needs nothing but to look at it. */
export async function faultsOf(tab: Tab): Promise<PageFaults> {
  const measures = await tab.page.evaluate(measure);
  const { lang, title, headings, inlineStyles } = measures;
  const language = faultsOfLanguage(await tab.page.evaluate(texts));
  // The console is read before axe runs in the page.
  const console = [...tab.faults];
  return {
    accessibility: await violationsIn(tab),
    console,
    frame: [
      ...(lang === 'fr' ? [] : [`the language of the page is « ${lang} »`]),
      ...(title.includes('Mixité') ? [] : [`the title is « ${title} »`]),
      ...(headings.length === 1 ? [] : [`the titles of first rank are ${JSON.stringify(headings)}`]),
      ...(inlineStyles === 0 ? [] : [`${inlineStyles} style elements`]),
    ],
    language,
    size: faultsOfSize(measures),
    stability: faultsOfStability(measures),
  };
}

/** What axe finds, one line for each rule and element. */
export async function violationsIn(tab: Tab): Promise<readonly string[]> {
  const { violations, incomplete } = await new AxeBuilder({ page: tab.page })
    // Nothing is read of what passes, nor of where an element is: axe is twice as fast without.
    .options({ resultTypes: ['violations', 'incomplete'], selectors: false })
    .withTags(RULES)
    // No page of ours has a frame; with this mode axe opens no other page to gather its results.
    .setLegacyMode(true)
    .analyze();
  const undecided = incomplete.filter(({ id }) => !REVIEWED_BY_HAND.has(id));
  return [...violations, ...undecided].flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}
