import { readPdf } from '#documents/testing';
import { describeInBrowser } from './support/browser';
import { PAST } from './support/fixture-files';
import { measure, printedTables } from './support/in-page.js';
import { addressOf, PAGES } from './support/pages';
import { Site } from './support/site';

const AS_OF = 'tel que connu le 31 juillet 2025';

/** Programs that read a PDF differ in the spaces that they find. */
const squeezed = (text: string): string => text.replace(/[\s\u00ad]+/gu, '');

describeInBrowser('on paper', (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.full();
  });
  afterAll(() => site?.stop());

  it.each(PAGES.map((route) => [route.path, route] as const))(
    '%s says on each sheet what it is and as of when, repeats the headers of its tables and loses no row',
    async (_path, route) => {
      const tab = await browser.open(site);
      const address = addressOf(route, site);
      await tab.visit(`${address}?as-of=${PAST}`);
      const { headings } = await tab.page.evaluate(measure);
      const tables = await tab.page.evaluate(printedTables);
      const pdf = await tab.page.pdf({ preferCSSPageSize: true, printBackground: true });
      const { pages, rightEdges } = readPdf(pdf);
      const sheets = pages.map(squeezed);
      const faults: string[] = [];
      for (const [index, sheet] of sheets.entries()) {
        for (const text of [headings[0]!, AS_OF, `page ${index + 1} / ${sheets.length}`])
          if (!sheet.includes(squeezed(text))) faults.push(`sheet ${index + 1} does not say « ${text} »`);
        if (rightEdges[index]! > 1) faults.push(`sheet ${index + 1} is cut at its right edge`);
      }
      for (const { caption, headers, rows } of tables) {
        // A cell of several lines is read line by line with those beside it: each of its texts is looked for alone.
        // No row stands before the caption of its table, though another table may say the same there.
        const begin = sheets.findIndex((sheet) => sheet.includes(squeezed(caption)));
        const placed = rows.map((row) =>
          sheets.findIndex((sheet, index) => index >= begin && row.every((text) => sheet.includes(squeezed(text)))),
        );
        if (placed.includes(-1)) faults.push(`« ${caption} » loses the row « ${rows[placed.indexOf(-1)]!.join(' ')} »`);
        for (const sheet of new Set(placed.filter((index) => index >= 0)))
          for (const header of headers)
            if (!sheets[sheet]!.includes(squeezed(header)))
              faults.push(`sheet ${sheet + 1} lacks the header « ${header} » of « ${caption} »`);
      }
      expect(faults).toEqual([]);
      await tab.close();
    },
  );
});
