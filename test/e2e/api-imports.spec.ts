import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Importer, ThisThreadImporter, type ImportOptions, type ImportReport } from '#exchange';
import type { Installation } from '#installation';
import { CodedError } from '#kernel';
import { xlsxTable } from '#tables';
import { buildApi } from '#service';
import { startedApi, type StartedApi } from './support/started-api';
import { csv, csvFiles, leases, TERRITORY, type Row } from './support/territory';

/** The real importer. It records its arguments, and the test can replace what it does. */
class WatchedImporter extends Importer {
  instead: (() => Promise<ImportReport>) | undefined;
  seen: { readonly files: readonly string[]; readonly folder: string; readonly mode: string } | undefined;

  constructor(private readonly real: Importer) {
    super();
  }

  override importDirectory(directory: string, options: ImportOptions): Promise<ImportReport> {
    const folder = dirname(directory);
    this.seen = { files: readdirSync(directory).sort(), folder, mode: (statSync(folder).mode & 0o777).toString(8) };
    return this.instead?.() ?? this.real.importDirectory(directory, options);
  }
}

describe('POST /api/imports', () => {
  let service: StartedApi;
  let importer: WatchedImporter;
  beforeAll(async () => {
    const watched = (installation: Installation) =>
      (importer = new WatchedImporter(new ThisThreadImporter(installation)));
    service = await startedApi({ importer: watched });
    await service.send(TERRITORY);
  });
  beforeEach(() => {
    importer.instead = undefined;
    importer.seen = undefined;
  });
  afterEach(() => {
    if (importer.seen) expect(existsSync(importer.seen.folder)).toBe(false);
  });
  afterAll(() => service.stop());

  const head = async () => (await service.installation.eventStore.head())?.position;
  const problemOf = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    return (await answer.json()) as ImportReport & { status: number; code: string; detail: string };
  };

  it('imports in a folder that only its owner can open, and reports the result of each file', async () => {
    const answer = await service.send({ 'attributions.csv': leases(1, 3) });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      files: [{ file: 'attributions.csv', rows: 3, events: 3, derived: 0, unchanged: 0 }],
      faults: [],
      warnings: [],
    });
    expect(importer.seen).toMatchObject({ files: ['attributions.csv'], mode: '700' });
    expect(importer.seen!.folder.startsWith(service.installation.folder)).toBe(true);
  });

  it('adds nothing the second time', async () => {
    await service.send({ 'attributions.csv': leases(1, 3) });
    const before = await head();
    const report = (await (await service.send({ 'attributions.csv': leases(1, 3) })).json()) as ImportReport;
    expect(report.files[0]).toMatchObject({ events: 0, unchanged: 3 });
    expect(await head()).toBe(before);
  });

  it('writes nothing on a dry run, and reports what it would do', async () => {
    const before = await head();
    const answer = await service.send({ 'attributions.csv': leases(50, 54) }, '?dry-run=true');
    expect(((await answer.json()) as ImportReport).files[0]).toMatchObject({ rows: 5, events: 5 });
    expect(await head()).toBe(before);
  });

  it('accepts workbooks', async () => {
    const columns = ['code_insee', 'nom'].map((header) => ({
      header,
      kind: 'text' as const,
      value: (row: Row) => row[header]!,
    }));
    const rows = [{ code_insee: '78383', nom: 'Maurepas' }];
    const pieces: Buffer[] = [];
    for await (const piece of xlsxTable({ name: 'Communes', columns, rows })) pieces.push(piece);
    const answer = await service.send(new Map([['communes.xlsx', new Blob([Buffer.concat(pieces)])]]));
    expect(((await answer.json()) as ImportReport).files).toEqual([
      { file: 'communes.xlsx', rows: 1, events: 1, derived: 0, unchanged: 0 },
    ]);
  });

  it('refuses with all faults, cell by cell, and writes nothing', async () => {
    const before = await head();
    const [lease] = leases(60, 60);
    const answer = await service.send({
      'attributions.csv': [
        { ...lease!, date_bail: '31/02/2024' },
        { ...lease!, numero_attribution: 'AUTRE', code_residence: 'R9' },
      ],
    });
    expect(answer.status).toBe(422);
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({ code: 'import-refused', title: 'Import refusé', status: 422, warnings: [] });
    expect(problem.detail).toContain('2 erreurs');
    expect(problem.faults.map(({ file, line, column, value }) => ({ file, line, column, value }))).toEqual([
      { file: 'attributions.csv', line: 2, column: 'date_bail', value: '31/02/2024' },
      { file: 'attributions.csv', line: 3, column: 'code_residence', value: 'R9' },
    ]);
    expect(await head()).toBe(before);
  });

  it.each(['../../intrus.csv', '/etc/passwd', 'notes.txt', 'attributions.csv/x', 'con', 'A'.repeat(500)])(
    'refuses a part called %s with the faults of the others, and writes it nowhere',
    async (name) => {
      const before = await head();
      const files = new Map([
        [name, 'rien'],
        ['communes.csv', csv([{ code_insee: '99', nom: 'Nulle part' }])],
      ]);
      const answer = await service.send(files);
      expect(answer.status).toBe(422);
      const { faults } = await problemOf(answer);
      expect(faults).toHaveLength(2);
      // A client may send only the last part of a path: then that part is quoted.
      expect(name).toContain(faults[0]!.file.replace('…', ''));
      expect(faults[0]).toMatchObject({
        line: 0,
        column: '',
        message: expect.stringContaining(name === 'notes.txt' ? 'sous le nom notes.csv' : 'format publié') as string,
      });
      expect(faults[1]).toMatchObject({ file: 'communes.csv', column: 'code_insee', value: '99' });
      expect(importer.seen!.files).toEqual(['communes.csv']);
      expect(await head()).toBe(before);
    },
  );

  it('refuses a file sent twice', async () => {
    const form = new FormData();
    for (const name of ['communes.csv', 'Communes.CSV']) form.append('fichiers', new Blob(['code_insee;nom']), name);
    const answer = await service.get('/api/imports', { method: 'POST', body: form });
    expect((await problemOf(answer)).faults).toEqual([
      expect.objectContaining({ file: 'Communes.CSV', message: expect.stringContaining('deux fois') as string }),
    ]);
  });

  it('refuses a text where a file is expected', async () => {
    const form = new FormData();
    form.append('communes.csv', 'code_insee;nom');
    const answer = await service.get('/api/imports', { method: 'POST', body: form });
    expect((await problemOf(answer)).faults).toMatchObject([{ file: 'communes.csv' }]);
  });

  it.each([
    ['a file', 'L-10'],
    ['a text', 'L-11'],
  ])('reads an office’s own file through a mapping sent last, as %s', async (form, code) => {
    const mapping = JSON.stringify({
      files: { 'bailleurs.csv': { file: 'mes bailleurs.csv', columns: { Code: 'code_bailleur', Raison: 'nom' } } },
    });
    const body = new FormData();
    body.append('fichiers', new Blob([csv([{ Code: code, Raison: 'Bailleur nouveau' }])]), 'mes bailleurs.csv');
    if (form === 'a text') body.append('mapping', mapping);
    else body.append('mapping', new Blob([mapping]), 'correspondance.json');
    const answer = await service.get('/api/imports', { method: 'POST', body });
    expect((await answer.json()) as ImportReport).toMatchObject({ files: [{ events: 1 }], faults: [], unmapped: [] });
  });

  it('refuses while another import is under way', async () => {
    importer.instead = () => Promise.reject(new CodedError('import-under-way', 'busy'));
    const problem = await problemOf(await service.send(TERRITORY));
    expect(problem).toMatchObject({ status: 409, code: 'import-under-way', title: 'Import déjà en cours' });
  });

  it('reveals nothing of the files when it fails, neither in the answer nor in the log', async () => {
    importer.instead = () => Promise.reject(new Error('row BAIL-SECRET-1 078000000000000001 broke it'));
    const problem = await problemOf(await service.send({ 'attributions.csv': leases(1, 1) }));
    expect(problem).toMatchObject({ status: 500, code: 'unexpected' });
    expect(JSON.stringify(problem) + service.log.join('')).not.toMatch(/SECRET|078000/);
  });

  it('refuses a body that is not multipart', async () => {
    const answer = await service.get('/api/imports', {
      method: 'POST',
      body: csv(leases(1, 1)),
      headers: { 'content-type': 'text/csv' },
    });
    expect(await problemOf(answer)).toMatchObject({ status: 415, code: 'unsupported-media-type' });
  });

  it('refuses an upload without a file', async () => {
    const answer = await service.get('/api/imports', { method: 'POST', body: new FormData() });
    expect(await problemOf(answer)).toMatchObject({
      status: 400,
      code: 'invalid-request',
      parameters: [{ parameter: 'fichiers', value: null }],
    });
  });

  it('refuses an upload that is cut before its end, even if all its files are whole', async () => {
    const before = await head();
    const [name, text] = [...csvFiles({ 'attributions.csv': leases(70, 71) })][0]!;
    const part = `--limite\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n`;
    for (const body of [
      part,
      `${part}--limite\r\n`,
      `${part}--limite\r\nContent-Disposition: form-data; name="g"; filename="qpv.csv"\r\n\r\ncode`,
    ]) {
      const headers = { 'content-type': 'multipart/form-data; boundary=limite' };
      const answer = await service.get('/api/imports', { method: 'POST', body, headers });
      expect(await problemOf(answer)).toMatchObject({ status: 400, code: 'malformed-upload' });
    }
    expect(importer.seen).toBeUndefined();
    expect(await head()).toBe(before);
  });

  it('imports nothing of an upload whose connection breaks between two parts', async () => {
    const [name, text] = [...csvFiles({ 'attributions.csv': leases(80, 81) })][0]!;
    const part = `--limite\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\n\r\n${text}\r\n--limite\r\n`;
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /api/imports HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: multipart/form-data; boundary=limite\r\nContent-Length: 100000\r\n\r\n${part}`,
      () => setTimeout(() => socket.destroy(), 50),
    );
    const incoming = join(service.installation.folder, 'incoming');
    const abandoned = () => service.log.some((line) => line.includes('"abandoned":true'));
    for (let tries = 0; tries < 500 && !(abandoned() && readdirSync(incoming).length === 0); tries++) await wait(10);
    expect(abandoned()).toBe(true);
    expect(readdirSync(incoming)).toEqual([]);
    expect(importer.seen).toBeUndefined();
  });

  it('removes at its start the files that a killed process left behind', async () => {
    const { folder } = service.installation;
    const left = join(folder, 'incoming', 'import-abandoned');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'part-0'), 'BAIL-SECRET');
    const second = await buildApi(service.installation, {});
    await second.close();
    expect(existsSync(left)).toBe(false);
  });
});
