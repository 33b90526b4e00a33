import { copyFileSync, existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_UPCASTERS } from '#event-store';
import { openInstallation } from './open';
import type { Mode } from './parts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mixite-lost-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = async (mode: Mode): Promise<void> => {
  const installation = await openInstallation({ place: { folder }, mode, upcasters: NO_UPCASTERS, projections: [] });
  await installation.close();
};

describe('a folder whose history is gone', () => {
  beforeEach(() => open('writer'));

  it.each<[string, (file: string) => void]>([
    ['deleted', (file) => rmSync(file)],
    ['emptied', (file) => truncateSync(file)],
  ])('is refused where events.db was %s, to read and to write, and nothing is made', async (_how, lose) => {
    const events = join(folder, 'events.db');
    const copy = join(folder, 'copy');
    copyFileSync(events, copy);
    lose(events);
    const wasThere = existsSync(events);
    for (const mode of ['writer', 'reader'] as const)
      await expect(open(mode)).rejects.toMatchObject({ code: 'history-lost', params: { folder } });
    expect(existsSync(events)).toBe(wasThere);
    copyFileSync(copy, events);
    await open('writer');
  });
});

describe('a folder without read models', () => {
  it('begins its history, whatever else is in it', async () => {
    writeFileSync(join(folder, 'note.txt'), 'rien');
    await open('writer');
    await open('reader');
  });
});
