/**
 * `npm run pictures` makes the pictures of the README in docs/images, from the demonstration. It takes about two minutes, most of them for
 * the load of the demonstration; `npm run pictures -- DIR` uses a folder where it is loaded already.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Tab } from './support/browser';
import { inDemonstration, type Look } from './support/demonstration';
import { showFromTop } from './support/in-page.js';

const IMAGES = join(__dirname, '../../docs/images');
const YEAR = 'from=2023-01-01&to=2023-12-31';

interface Picture extends Look {
  readonly file: string;
  /** What is done on the page before the picture. */
  readonly then?: (tab: Tab) => Promise<void>;
}

/** The steps of the journeys, in the order of the README. */
const PICTURES: readonly Picture[] = [
  { file: 'essentiel.png', as: 'Élu', address: `/essentiel?${YEAR}`, height: 960 },
  { file: 'convention.png', as: 'Agent de l’intercommunalité', address: `/convention?${YEAR}` },
  {
    file: 'objectif.png',
    as: 'Agent de l’intercommunalité',
    address: `/convention/objectifs/LOI-25?${YEAR}`,
    then: (tab) => tab.page.getByRole('heading', { name: 'Qui y contribue' }).evaluate(showFromTop),
    height: 550,
  },
  {
    file: 'export.png',
    as: 'Agent de l’intercommunalité',
    address: `/attributions?${YEAR}&en_qpv=N&quartile=1`,
    then: (tab) => tab.page.getByRole('button', { name: /^Exporter ces/ }).click(),
  },
  { file: 'semestre.png', as: 'Services de l’État', address: '/prefet/2023-S2' },
  { file: 'convention-passee.png', as: 'Agent de l’intercommunalité', address: `/convention?${YEAR}&as-of=2023-07-01` },
];

async function main(): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  await inDemonstration(process.argv[2], async (open) => {
    for (const { file, then, ...look } of PICTURES) {
      const tab = await open(look);
      await then?.(tab);
      await tab.settle();
      if (tab.faults.length > 0) throw new Error(tab.faults.join('\n'));
      await tab.page.screenshot({ path: join(IMAGES, file) });
      process.stderr.write(`docs/images/${file}\n`);
      await tab.close();
    }
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exitCode = 1;
});
