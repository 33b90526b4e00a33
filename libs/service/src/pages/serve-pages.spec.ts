import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fastify, type FastifyInstance } from 'fastify';
import { protectAnswers } from '../security-headers';
import { isPage, servePages } from './serve-pages';

const DOCUMENT = '<!doctype html><html lang="fr"></html>';
const AS_PAGE = { accept: 'text/html,application/xhtml+xml' };

describe('the pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-pages-'));
  let server: FastifyInstance;
  const get = (url: string, headers: Readonly<Record<string, string>> = {}) => server.inject({ url, headers });
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), DOCUMENT);
    writeFileSync(join(folder, 'icone.svg'), '<svg/>');
    writeFileSync(join(folder, 'assets', 'a-1234.js'), 'plain');
    writeFileSync(join(folder, 'assets', 'a-1234.js.br'), brotliCompressSync('plain'));
    server = fastify();
    await protectAnswers(server);
    await servePages(server, folder);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('are one document at every address that a browser opens, and it is asked for again each time', async () => {
    for (const url of ['/', '/convention?from=2023-01-01', '/une/adresse/quelconque']) {
      const answer = await get(url, AS_PAGE);
      expect([answer.statusCode, answer.body]).toEqual([200, DOCUMENT]);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  it('answer the first address to whatever asks, and no other to a program', async () => {
    expect((await get('/')).statusCode).toBe(200);
    expect((await get('/convention', { accept: '*/*' })).statusCode).toBe(404);
  });

  it('never stand in for the API', async () => {
    for (const url of ['/api', '/api/inconnue']) expect((await get(url, AS_PAGE)).statusCode).toBe(404);
    expect([isPage('/apimentee'), isPage('/api/me')]).toEqual([true, false]);
  });

  it('have files that keep their name for ever, compressed beforehand, and nothing outside their folder', async () => {
    const answer = await get('/assets/a-1234.js', { 'accept-encoding': 'br' });
    expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, 'br']);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/assets/a-1234.js')).body).toBe('plain');
    for (const url of ['/assets/b.js', '/assets/..%2Findex.html', '/assets/%2e%2e/%2e%2e/package.json'])
      expect([url, (await get(url)).statusCode]).not.toEqual([url, 200]);
  });

  it('run no script and take no style but their own files, and write no markup from text; the documentation may', async () => {
    const strict = (await get('/', AS_PAGE)).headers['content-security-policy'] as string;
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "require-trusted-types-for 'script'",
    ])
      expect(strict.split(';')).toContain(rule);
    expect(strict).not.toContain('unsafe');
    const documentation = (await get('/api/docs')).headers['content-security-policy'] as string;
    expect(documentation.split(';')).toContain("style-src 'self' 'unsafe-inline'");
    for (const url of ['/api/docsx', '/api/me', '/x?y=/api/docs'])
      expect((await get(url)).headers['content-security-policy']).toBe(strict);
  });

  it('are marked in the process of the demonstration, and in no other', async () => {
    const other = mkdtempSync(join(tmpdir(), 'mixite-pages-'));
    writeFileSync(join(other, 'index.html'), '<!doctype html><html><head></head></html>');
    const mark = '<meta name="mixite-demonstration" content="oui" />';
    for (const isDemo of [true, false]) {
      const demo = fastify();
      await protectAnswers(demo);
      await servePages(demo, other, isDemo);
      const answer = await demo.inject({ url: '/convention', headers: AS_PAGE });
      expect([answer.statusCode, answer.body.includes(`<head>${mark}</head>`)]).toEqual([200, isDemo]);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      await demo.close();
    }
    rmSync(other, { recursive: true });
  });

  it('are absent where nothing was built', async () => {
    const without = fastify();
    await servePages(without, join(folder, 'assets'));
    expect((await without.inject({ url: '/', headers: AS_PAGE })).statusCode).toBe(404);
    await without.close();
  });
});
