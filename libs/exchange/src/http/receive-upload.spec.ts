import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { isCodedError } from '#kernel';
import { receiveUpload } from './receive-upload';

const LIMITS = { fileBytes: 1_000, totalBytes: 1_500, files: 2 };

describe('receiving an upload', () => {
  let folder: string;
  let server: FastifyInstance;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-upload-'));
    server = fastify();
    await server.register(multipart);
    server.post('/', async (request, reply) => {
      try {
        const { directory, faults } = await receiveUpload(request, folder, LIMITS);
        return { files: readdirSync(directory), faults };
      } catch (error) {
        return reply.send({ code: isCodedError(error) ? error.code : 'unexpected' });
      }
    });
  });
  afterEach(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  async function send(parts: Readonly<Record<string, number>>): Promise<unknown> {
    const form = new FormData();
    for (const [name, bytes] of Object.entries(parts)) form.append(name, new Blob(['x'.repeat(bytes)]), name);
    const address = await server.listen({ host: '127.0.0.1', port: 0 });
    return (await fetch(address, { method: 'POST', body: form })).json();
  }

  it('takes an upload that just reaches the limits', async () => {
    const files = { 'communes.csv': 1_000, 'qpv.csv': 500 };
    expect(await send(files)).toEqual({ files: ['communes.csv', 'qpv.csv'], faults: [] });
  });

  it('compares a name in its normal form, and stores the file under our name', async () => {
    const files = { 'Com\u200bmunes.CSV': 1, 'qpv.csv\u00a0': 1 };
    expect(await send(files)).toEqual({ files: ['communes.csv', 'qpv.csv'], faults: [] });
  });

  it.each([
    ['a file that is too large', { 'communes.csv': 1_001 }],
    ['files that are too large together', { 'communes.csv': 900, 'qpv.csv': 601 }],
    ['too many files', { 'communes.csv': 1, 'qpv.csv': 1, 'seuils.csv': 1 }],
  ])('refuses %s', async (_, files) => {
    expect(await send(files)).toEqual({ code: 'request-too-large' });
  });
});
