import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteEventStore } from '#event-store';
import { holdsDemo } from '#imports';
import { systemClock } from '#kernel';
import { UPCASTERS } from '#product';
import { mixite, serving, temporaryFolders } from './support/mixite';

const folders = temporaryFolders();
afterAll(() => folders.removeAll());
const files = folders.of(new Map([['communes.csv', 'code_insee;nom\n78621;Trappes\n']]));
const IN_THE_DEMO = 'Rien n’est importé dans la démonstration : importez vos fichiers dans un autre dossier';

describe('mixite demo', () => {
  const data = folders.make();

  it('has a folder of its own, whatever folder imports use', async () => {
    const { stdout } = await mixite(['demo', '--help'], { env: { MIXITE_DATA_DIR: data } });
    expect(stdout.replace(/\s+/g, ' ')).toContain('mixite-demo, dans le dossier courant');
    expect(stdout).not.toContain('MIXITE_DATA_DIR');
  });

  it('loads once, and refuses imports while it serves and after', async () => {
    const demo = ['demo', '--data', data, '--port', '0'];
    const service = await serving(demo);
    expect(service.stderr()).toContain("Chargement de l'année synthétique");
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
    await again.stop();

    const store = openSqliteEventStore({ folder: data, mode: 'reader', clock: systemClock, upcasters: UPCASTERS });
    expect(await holdsDemo(store)).toBe(true);
    await store.close();
  });

  it('refuses a folder that holds other data, which stays as it is', async () => {
    const office = folders.make();
    expect((await mixite(['import', files, '--data', office])).code).toBe(0);
    const { code, stderr } = await mixite(['demo', '--data', office, '--port', '0']);
    expect([code, stderr.includes("d'autres données que la démonstration")]).toEqual([1, true]);
    expect((await mixite(['import', files, '--data', office])).stdout).toContain('communes.csv');
  });
});
