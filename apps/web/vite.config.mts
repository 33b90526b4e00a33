import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const OUTPUT = join(import.meta.dirname, '../../dist/web');
const TEXT = /\.(js|css|svg|html)$/;

/** Files are compressed once, here, as far as they can be: the service sends them as they are. */
function compressedFiles(): Plugin {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  return {
    name: 'compressed-files',
    apply: 'build',
    async closeBundle() {
      const names = await readdir(OUTPUT, { recursive: true });
      for (const path of names.filter((name) => TEXT.test(name)).map((name) => join(OUTPUT, name))) {
        const bytes = await readFile(path);
        await writeFile(`${path}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        await writeFile(`${path}.gz`, await zip(bytes, { level: 9 }));
      }
    },
  };
}

const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

export default defineConfig({
  root: import.meta.dirname,
  define: { __MIXITE_VERSION__: JSON.stringify(version) },
  // The plugin for React would bring Babel, only for its refresh while one develops.
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: OUTPUT,
    emptyOutDir: true,
    target: 'es2022',
    // Under the policy of the pages nothing stands in them as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      onwarn(warning, warn) {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  server: { proxy: { '/api': process.env['MIXITE_SERVICE'] ?? 'http://127.0.0.1:3000' } },
  plugins: [compressedFiles()],
});
