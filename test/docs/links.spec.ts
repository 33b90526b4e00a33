import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { page, pagesIn, plain, ROOT } from './support/pages';

const PAGES = [
  'README.md',
  'docker/README.md',
  'packs/README.md',
  ...['docs', 'docs/fr', 'docs/decisions'].flatMap(pagesIn),
].filter((path) => existsSync(join(ROOT, path)));

/** The links of a page to other files of the project: path and heading. */
function linksOf(path: string): readonly (readonly [target: string, heading: string])[] {
  const prose = page(path)
    .replace(/^\s*```[\s\S]*?^\s*```/gm, '')
    .replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [file = '', heading = ''] = link.split('#');
      return [file === '' ? path : relative(ROOT, join(ROOT, dirname(path), file)), decodeURI(heading)];
    });
}

/** The anchors of the headings of a page, as GitHub makes them. */
function anchorsOf(path: string): readonly string[] {
  return [...page(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    plain(heading!)
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

it.each(PAGES)('every link of %s leads somewhere', (path) => {
  const broken = linksOf(path).filter(([target, heading]) => {
    if (!existsSync(join(ROOT, target))) return true;
    return heading !== '' && target.endsWith('.md') && !anchorsOf(target).includes(heading);
  });
  expect(broken).toEqual([]);
});

it('docs/fr/README.md leads to every page beside it', () => {
  const led = new Set(linksOf('docs/fr/README.md').map(([target]) => target));
  expect(pagesIn('docs/fr').filter((path) => path !== 'docs/fr/README.md' && !led.has(path))).toEqual([]);
});
