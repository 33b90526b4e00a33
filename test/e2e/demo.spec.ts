import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GIVEN_ROLES } from '#access';
import { openSqliteEventStore } from '#event-store';
import { demoProgress } from '#imports';
import { systemClock } from '#kernel';
import { UPCASTERS } from '#product';
import { mixite, serving, start, temporaryFolders, type Service } from './support/mixite';

const folders = temporaryFolders();
afterAll(() => folders.removeAll());
const files = folders.of(new Map([['communes.csv', 'code_insee;nom\n78621;Trappes\n']]));
const IN_THE_DEMO = 'Rien n’est importé dans la démonstration : importez vos fichiers dans un autre dossier';

/** How far the demonstration of a folder is recorded, and its number of events. */
async function recorded(folder: string) {
  const store = openSqliteEventStore({ folder, mode: 'reader', clock: systemClock, upcasters: UPCASTERS });
  const [progress, head] = [await demoProgress(store), await store.head()];
  await store.close();
  return { progress, events: Number(head?.position ?? 0) };
}

/** The tokens that the start of the demonstration shows, by whom they are for. */
function tokensIn(stderr: string): ReadonlyMap<string, string> {
  const shown = [...stderr.matchAll(/^ {2}(\S.*)\n {4}http:\/\/127\.0\.0\.1:\d+\/#jeton=(\S+)$/gm)];
  return new Map(shown.map(([, who, token]) => [who!.replace(/ \(.*\)$/, ''), token!]));
}

const read = (service: Service, path: string, token?: string) =>
  fetch(`${service.url}${path}`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

/** Each role comes in with its own token, and nobody without. */
async function waysIn(service: Service, tokens: ReadonlyMap<string, string>): Promise<void> {
  expect([...tokens.keys()].sort()).toEqual([...GIVEN_ROLES, 'service, bailleur'].sort());
  expect((await read(service, '/api/indicators')).status).toBe(401);
  for (const path of ['/', '/api/health']) expect((await read(service, path)).status).toBe(200);
  for (const [who, token] of tokens) {
    const seesLists = !['statisticien', 'elu'].includes(who);
    expect([who, (await read(service, '/api/indicators', token)).status]).toEqual([who, 200]);
    expect([who, (await read(service, '/api/allocations', token)).status]).toEqual([who, seesLists ? 200 : 403]);
  }
}

/** The fictitious people are there too, once: a cookie opens what the token of the same role does. */
async function oneClick(service: Service): Promise<void> {
  const { roles } = (await (await read(service, '/api/demo')).json()) as {
    readonly roles: readonly { readonly role: string; readonly scope: readonly string[]; readonly label: string }[];
  };
  expect(roles.map(({ role }) => role).sort()).toEqual([...GIVEN_ROLES].sort());
  expect(roles.map(({ label }) => label)).toContain('Réservataire Action Logement');
  const { role, scope } = roles.find((one) => one.role === 'commune')!;
  const entered = await fetch(`${service.url}/api/demo/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, scope }),
  });
  const cookie = entered.headers.get('set-cookie')!.split(';', 1)[0]!;
  const list = await fetch(`${service.url}/api/allocations`, { headers: { cookie } });
  expect([entered.status, list.status]).toEqual([200, 200]);
}

describe('mixite demo', () => {
  const data = folders.make();

  it('has a folder of its own, whatever folder imports use', async () => {
    const { stdout } = await mixite(['demo', '--help'], { env: { MIXITE_DATA_DIR: data } });
    expect(stdout.replace(/\s+/g, ' ')).toContain('mixite-demo, dans le dossier courant');
    expect(stdout).not.toContain('MIXITE_DATA_DIR');
  });

  it('loads once, and refuses imports while it serves and after', async () => {
    const demo = ['demo', '--data', data, '--port', '0', '--until', '2017-06-30'];
    const service = await serving(demo);
    expect(service.stderr()).toContain('Chargement de la démonstration');
    // Node warns of a leak where too many works listen to one signal: that is not for the user.
    expect(service.stderr()).not.toContain('Warning');
    const tokens = tokensIn(service.stderr());
    await waysIn(service, tokens);
    expect(service.stderr()).toContain(
      `Ouvrez ${service.url} sur cette machine : la page propose les rôles, d’un clic.`,
    );
    await oneClick(service);
    const handed = await mixite(['import', files, '--data', data]);
    expect([handed.code, handed.stdout]).toEqual([1, '']);
    expect(handed.stderr).toContain(IN_THE_DEMO);
    const { token } = JSON.parse(readFileSync(join(data, 'service.json'), 'utf8')) as { token: string };
    const body = new FormData();
    body.append('communes.csv', new Blob(['code_insee;nom\n78621;Trappes\n']), 'communes.csv');
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${service.url}/api/imports`, { method: 'POST', body, headers });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      code: 'import-into-demo',
      detail: expect.stringContaining(IN_THE_DEMO) as string,
    });
    await service.stop();

    const alone = await mixite(['import', files, '--data', data]);
    expect([alone.code, alone.stderr.includes(IN_THE_DEMO)]).toEqual([1, true]);
    const again = await serving(demo);
    expect(again.stderr()).toContain('déjà dans le dossier');
    expect([tokensIn(again.stderr()).size, again.stderr()]).toEqual([0, expect.stringContaining('premier démarrage')]);
    expect((await read(again, '/api/allocations', tokens.get('auditeur'))).status).toBe(200);
    expect(again.stderr()).toContain('d’un clic');
    await oneClick(again);
    await again.stop();
    const served = await serving(['serve', '--data', data, '--port', '0']);
    expect((await read(served, '/api/demo')).status).toBe(404);
    await served.stop();

    const { progress } = await recorded(data);
    expect(progress).toMatchObject({ began: '2017-01-02T08:00:00.000Z', until: '2017-06-30T17:00:00.000Z' });
  });

  it('goes on where it was, after a load that was killed as after one that stopped earlier, with the same events', async () => {
    const cut = folders.make();
    const until = ['--port', '0', '--until', '2018-12-31'];
    const child = start(['demo', '--data', cut, ...until]);
    const closed = once(child, 'close');
    child.stderr!.on('data', (text: Buffer) => text.includes('2018, étape') && child.kill('SIGKILL'));
    await closed;
    const before = (await recorded(cut)).events;
    for (const folder of [cut, data]) {
      const service = await serving(['demo', '--data', folder, ...until]);
      expect(service.stderr()).toContain('reprend où il était');
      await service.stop();
    }
    const [killed, stopped] = [await recorded(cut), await recorded(data)];
    expect(before).toBeLessThan(killed.events);
    expect([killed.events, killed.progress]).toEqual([stopped.events, stopped.progress]);
    expect(killed.progress).toMatchObject({ until: '2018-12-31T17:00:00.000Z', isCut: false });
  }, 120_000);

  it('refuses a folder that holds other data, which stays as it is', async () => {
    const office = folders.make();
    expect((await mixite(['import', files, '--data', office])).code).toBe(0);
    const { code, stderr } = await mixite(['demo', '--data', office, '--port', '0']);
    expect([code, stderr.includes("d'autres données que la démonstration")]).toEqual([1, true]);
    expect((await mixite(['import', files, '--data', office])).stdout).toContain('communes.csv');
  });
});
