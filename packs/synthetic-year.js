/**
 * Writes a pack's synthetic year as an import directory: `node packs/synthetic-year.js PACK DIR [SEED]`, after `npm run build`.
 * A pack has one where it has a `synthetic-year.json`.
 */
const { mkdirSync, readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { syntheticYear } = require('../dist/libs/demo/src/index.js');

const [pack, directory, seed] = process.argv.slice(2);
if (!pack || !directory) {
  console.error('node packs/synthetic-year.js PACK DOSSIER [GRAINE]');
  process.exit(2);
}
const files = syntheticYear(pack, seed === undefined ? undefined : Number(seed));
mkdirSync(directory, { recursive: true });
if (readdirSync(directory).length > 0) {
  console.error(`${directory} n’est pas vide : rien n’est écrit.`);
  process.exit(1);
}
for (const [file, text] of files) writeFileSync(join(directory, file), text);
console.error(`Année synthétique de ${pack} : ${files.size} fichiers dans ${directory}.`);
