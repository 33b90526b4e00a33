import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { mixite, serving, temporaryFolders, type Service } from './support/mixite';
import { csvFiles, leases, OPERATIONS, rehousing, TERRITORY, type Row } from './support/territory';

/** Personal data in the files, which must be nowhere in clear after the import. */
const NAME = 'Marguerite-Bleuenn';
const SECRETS = [
  NAME,
  'Kerdoncuff',
  'ATTRIBUTION-SECRETE',
  '078PLANTEDNUMERO',
  'LOGEMENT-SECRET',
  'CATEGORIE-SECRETE',
  '1798655',
  '17986,55',
  '17986.55',
  'RELOGEMENT-SECRET',
  '38,7654321',
  '38.7654321',
  '7654321',
  '76543,21',
  '76543.21',
  '8765432',
  '87654,32',
  '87654.32',
];

const HOUSEHOLD = '078PLANTEDNUMERO01';

const planted = (number: number): Row => ({
  ...leases(number, number)[0]!,
  numero_attribution: `ATTRIBUTION-SECRETE-${number}`,
  numero_unique: `078PLANTEDNUMERO${String(number).padStart(2, '0')}`,
  reference_logement: `LOGEMENT-SECRET-${number}`,
  ressources_annuelles: '17986,55',
  categorie_prioritaire: 'CATEGORIE-SECRETE',
  nom_demandeur: `${NAME} Kerdoncuff`,
});

const plantedRehousing = (number: number): Row => ({
  ...rehousing(number, { date_relogement: '2024-03-01' }),
  numero_relogement: `RELOGEMENT-SECRET-${number}`,
  numero_unique: `078PLANTEDNUMERO${String(number).padStart(2, '0')}`,
  numero_attribution: `ATTRIBUTION-SECRETE-${number}`,
  ressources_pct_plafond: '38,7654321',
  reste_a_charge_avant: '76543,21',
  surface_apres: '87654,32',
  nom_demandeur: `${NAME} Kerdoncuff`,
});

describe('names and numbers planted in an import', () => {
  const folders = temporaryFolders();
  const data = folders.make();
  const rows = Array.from({ length: 30 }, (_, index) => planted(index));
  const cases = Array.from({ length: 30 }, (_, index) => plantedRehousing(index));
  let service: Service;

  const directory = (allocations: readonly Row[], rehousings: readonly Row[]) =>
    folders.of(
      csvFiles({ ...TERRITORY, ...OPERATIONS, 'attributions.csv': allocations, 'relogements.csv': rehousings }),
    );
  const importing = (allocations: readonly Row[], rehousings: readonly Row[] = cases) =>
    mixite(['import', directory(allocations, rehousings), '--format', 'json', '--data', data]);
  const history = (...words: string[]) => mixite(['audit', 'history', ...words, '--data', data]);

  beforeAll(async () => {
    expect((await importing(rows.slice(0, 10), cases.slice(0, 10))).code).toBe(0);
    service = await serving(['serve', '--port', '0', '--data', data], { env: { MIXITE_LOG_LEVEL: 'trace' } });
    // The service gets new leases, corrections, another household for a lease, then faults of every kind.
    const changed = { ...rows[0]!, reference_logement: 'LOGEMENT-SECRET-99', numero_unique: '078PLANTEDNUMERO77' };
    const moved = { ...cases[0]!, reste_a_charge_apres: '76543,21', numero_unique: '078PLANTEDNUMERO77' };
    expect((await importing([changed, ...rows.slice(1)], [moved, ...cases.slice(1)])).code).toBe(0);
    expect((await importing(rows.map((row) => ({ ...row, dalo: 'peut-être' })))).code).toBe(1);
    expect((await importing([rows[0]!, rows[0]!])).code).toBe(1);
    expect(
      (
        await importing(
          rows,
          cases.map((row) => ({ ...row, definitif: 'peut-être' })),
        )
      ).code,
    ).toBe(1);
    expect((await importing(rows, [cases[0]!, cases[0]!])).code).toBe(1);
    // Histories are read with names, which is recorded; then a search finds nothing.
    const shown = [await history('--allocation', 'ATTRIBUTION-SECRETE-0'), await history('--household', HOUSEHOLD)];
    for (const { code, stdout } of shown) expect([code, stdout]).toEqual([0, expect.stringContaining('078PLANTED')]);
    expect((await history('--household', '078PLANTEDNUMERO98')).code).toBe(1);
  });
  afterAll(async () => {
    await service.stop();
    folders.removeAll();
  });

  const expectNothingIn = (what: string, bytes: Buffer) => {
    for (const secret of SECRETS) expect([what, secret, bytes.includes(secret)]).toEqual([what, secret, false]);
  };

  it('are in no byte of the data folder', () => {
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['events.db', 'keys.db', 'read.db']));
    for (const { parentPath, name } of files) expectNothingIn(name, readFileSync(join(parentPath, name)));
  });

  it('are in no line of the log, and in no error that others read', async () => {
    const answers = await Promise.all(
      [
        `/api/allocations/078PLANTEDNUMERO01`,
        `/api/allocations?numero_unique=078PLANTEDNUMERO01`,
        `/api/${NAME}`,
        '/api/rehousing?operation=RELOGEMENT-SECRET-1',
      ].map((path) => fetch(service.url + path)),
    );
    for (const answer of answers) expect(answer.status).toBeGreaterThanOrEqual(400);
    const log = service.stderr();
    expect(log).toContain('/api/imports');
    expect(log).toContain('/api/audit/history');
    expectNothingIn('log', Buffer.from(log));
  });

  it.each([
    '/api/allocations?limit=500',
    '/api/allocations/export?format=csv',
    '/api/allocations/export?format=xlsx',
    '/api/rehousing',
    '/api/rehousing?format=csv',
    '/api/rehousing?format=xlsx',
    '/api/health',
  ])('are nowhere in %s', async (path) => {
    const bytes = Buffer.from(await (await fetch(service.url + path)).arrayBuffer());
    expect(bytes.length).toBeGreaterThan(0);
    expectNothingIn(path, bytes);
    for (const part of inflatedParts(bytes)) expectNothingIn(path, part);
  });

  it('are nowhere in a history without names, in any format', async () => {
    for (const asked of [{ allocation: 'ATTRIBUTION-SECRETE-0' }, { household: HOUSEHOLD }, { residence: 'R1' }])
      for (const format of ['json', 'csv', 'xlsx']) {
        const answer = await fetch(`${service.url}/api/audit/history`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...asked, names: false, format }),
        });
        expect(answer.status).toBe(200);
        const bytes = Buffer.from(await answer.arrayBuffer());
        for (const part of [bytes, ...inflatedParts(bytes)]) expectNothingIn(JSON.stringify([asked, format]), part);
      }
    const { code, stdout } = await history('--household', HOUSEHOLD, '--no-names');
    expect([code, stdout]).toEqual([0, expect.stringContaining('Bail signé')]);
    expectNothingIn('the table', Buffer.from(stdout));
  });

  it('are still recognised by the service, by their keyed digests', async () => {
    const again = await importing(rows.slice(1), cases.slice(1));
    expect(JSON.parse(again.stdout)).toMatchObject({ faults: [] });
    const { files } = JSON.parse(again.stdout) as { files: { file: string; unchanged: number }[] };
    for (const people of ['attributions.csv', 'relogements.csv'])
      expect(files.find(({ file }) => file === people)).toMatchObject({ unchanged: 29 });
  });
});

/** Every part of a ZIP archive, inflated; nothing for other bytes. */
function inflatedParts(bytes: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    if (bytes.readUInt16LE(at + 8) === 8) parts.push(inflateRawSync(bytes.subarray(start), { finishFlush: 2 }));
  }
  return parts;
}
