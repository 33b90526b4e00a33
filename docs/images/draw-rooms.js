/** Draws docs/images/rooms.svg: the libraries by floors, as `npm run depcruise` holds them. Run it after a change of the floors. */
'use strict';
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { FLOORS } = require('../../.dependency-cruiser.floors.cjs');

const [WIDTH, HEIGHT, GAP, LABEL] = [132, 40, 10, 450];
const FONT = 'font-family="sans-serif"';
const FLOORS_DOWN = [
  { libraries: ['api', 'worker', 'cli'], holds: 'the processes and the commands (apps)' },
  ...[...FLOORS].reverse(),
];

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** The lines of TypeScript of a room, specs left out: its shade. */
function linesOf(name) {
  const folder = ['libs', 'apps'].map((part) => join(__dirname, '../..', part, name, 'src')).find(exists);
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('testing'))
    .reduce((sum, file) => sum + readFileSync(join(folder, file), 'utf8').split('\n').length, 0);
}

function exists(folder) {
  try {
    return readdirSync(folder).length > 0;
  } catch {
    return false;
  }
}

function room(name, column, row) {
  const [x, y] = [LABEL + column * (WIDTH + GAP), row * (HEIGHT + GAP) + GAP];
  const shade = Math.min(0.1 + linesOf(name) / 8_000, 0.75).toFixed(2);
  return [
    `<rect x="${x}" y="${y}" width="${WIDTH}" height="${HEIGHT}" rx="4" fill="#1f4e79" fill-opacity="${shade}" stroke="#1f4e79"/>`,
    `<text x="${x + WIDTH / 2}" y="${y + HEIGHT / 2 + 5}" ${FONT} font-size="14" text-anchor="middle" fill="${shade > 0.45 ? '#fff' : '#111'}">${name}</text>`,
  ].join('\n');
}

function floor({ libraries, holds }, row) {
  const y = row * (HEIGHT + GAP) + GAP + HEIGHT / 2 + 4;
  const label = `<text x="${LABEL - 12}" y="${y}" ${FONT} font-size="12" text-anchor="end" fill="#444">${escaped(holds)}</text>`;
  return [label, ...libraries.map((name, column) => room(name, column, row))].join('\n');
}

const most = Math.max(...FLOORS_DOWN.map(({ libraries }) => libraries.length));
const [width, height] = [LABEL + most * (WIDTH + GAP), FLOORS_DOWN.length * (HEIGHT + GAP) + GAP];
writeFileSync(
  join(__dirname, 'rooms.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>The rooms of Mixité: each imports only from the floors below; the darker, the more lines</title>
<rect width="100%" height="100%" fill="#fff"/>
${FLOORS_DOWN.map(floor).join('\n')}
</svg>
`,
);
