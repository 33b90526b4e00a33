/**
 * Pictures to look at, of the main pages in forced colours and in grey: `node -r ./test/support/register-ts.js
 * test/browser/colour-pictures.ts OUT [DIR]`, where DIR is a folder with the demonstration loaded.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Tab } from './support/browser';
import { inDemonstration } from './support/demonstration';
import { greyPage } from './support/in-page.js';

const AS = 'Administrateur de l’installation';
const YEAR = 'from=2023-01-01&to=2023-12-31';
const PAGES: Readonly<Record<string, string>> = {
  essentiel: `/essentiel?${YEAR}`,
  convention: `/convention?${YEAR}`,
  objectif: `/convention/objectifs/LOI-25?${YEAR}`,
  attributions: `/attributions?${YEAR}&limit=20`,
  semestre: '/prefet/2023-S2?as-of=2024-01-15',
  utilisateurs: '/administration/utilisateurs',
};

const LOOKS: Readonly<Record<string, (tab: Tab) => Promise<void>>> = {
  forced: (tab) => tab.page.emulateMedia({ forcedColors: 'active' }),
  grey: (tab) => tab.page.evaluate(greyPage),
};

async function main(): Promise<void> {
  const [, , out = 'colours', folder] = process.argv;
  mkdirSync(out, { recursive: true });
  await inDemonstration(folder, async (open) => {
    for (const [name, address] of Object.entries(PAGES)) {
      const tab = await open({ as: AS, address, height: 900 });
      // A focus is in each picture.
      await tab.page.getByRole('navigation', { name: 'Menu' }).getByRole('link').nth(1).focus();
      await tab.page.keyboard.press('Tab');
      for (const [look, put] of Object.entries(LOOKS)) {
        await put(tab);
        await tab.page.screenshot({ path: join(out, `${name}-${look}.png`), fullPage: name === 'objectif' });
        await tab.page.emulateMedia({ forcedColors: 'none' });
      }
      await tab.close();
    }
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
