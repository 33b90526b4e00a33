import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TOKENS = new Map(
  [
    ...readFileSync(join(__dirname, '../../apps/web/src/theme/tokens.css'), 'utf8').matchAll(
      /--([\w-]+): (#[0-9a-f]{6});/g,
    ),
  ].map(([, name, colour]) => [name!, colour!] as const),
);

/** The contrast of two colours, from 1 to 21 (WCAG 2.1, relative luminance). */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(name: string): number {
  const colour = TOKENS.get(name);
  if (colour === undefined) throw new Error(`no token ${name}`);
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Of text, WCAG 1.4.3; of what is no text, 1.4.11. */
const TEXT = 4.5;
const SHAPE = 3;

describe('the colours', () => {
  it.each([
    ['ink', 'paper', TEXT],
    ['ink', 'band', TEXT],
    ['ink-soft', 'paper', TEXT],
    ['ink-soft', 'band', TEXT],
    ['action', 'paper', TEXT],
    ['action', 'band', TEXT],
    ['met', 'paper', TEXT],
    ['met', 'met-ground', TEXT],
    ['missed', 'paper', TEXT],
    ['missed', 'missed-ground', TEXT],
    ['late', 'paper', TEXT],
    ['late', 'late-ground', TEXT],
    ['paper', 'quartile-1', TEXT],
    ['paper', 'quartile-2', TEXT],
    ['ink', 'quartile-3', TEXT],
    ['ink', 'quartile-4', TEXT],
    ['ink', 'fragility-1', TEXT],
    ['ink', 'fragility-2', TEXT],
    ['ink', 'fragility-3', TEXT],
    ['paper', 'fragility-4', TEXT],
    ['paper', 'fragility-5', TEXT],
    ['focus', 'paper', SHAPE],
    ['focus', 'band', SHAPE],
    ['field-border', 'paper', SHAPE],
    ['bar', 'track', SHAPE],
    ['ink', 'bar', SHAPE],
  ])('%s stands out on %s', (one, other, least) => {
    expect(contrast(one, other)).toBeGreaterThanOrEqual(least);
  });
});
