import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackgroundThread } from './background-thread';

/** Sums what it is told; answers the sum, fails, dies, or ends. */
const SUMMING = `
  const { parentPort, workerData } = require('node:worker_threads');
  let sum = 0;
  parentPort.on('message', (message) => {
    if (message === 'end') parentPort.close();
    else if (message === 'die') process.exit(1);
    else if (message === 'fail') parentPort.postMessage({ failure: { message: 'busy', code: 'SQLITE_BUSY' } });
    else if (message === 'sum') { parentPort.postMessage({ answer: { sum, file: workerData } }); sum = 0; }
    else sum += message;
  });
`;

describe('a background thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-thread-'));
  const program = join(folder, 'summing.js');
  let thread: BackgroundThread<number | string, { readonly sum: number; readonly file: string }>;
  beforeAll(() => writeFileSync(program, SUMMING));
  beforeEach(() => {
    thread = new BackgroundThread(program, 'a file');
  });
  afterEach(() => thread.end('end'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is there where its program is', () => {
    expect(BackgroundThread.isAvailable(program)).toBe(true);
    expect(BackgroundThread.isAvailable(join(folder, 'absent.js'))).toBe(false);
  });

  it('takes messages in their order and answers the question', async () => {
    for (const number of [1, 2, 3]) thread.send(number);
    expect(await thread.ask('sum')).toEqual({ sum: 6, file: 'a file' });
    expect(await thread.ask('sum')).toEqual({ sum: 0, file: 'a file' });
  });

  it('says what its program failed with, by the code of SQLite', async () => {
    await expect(thread.ask('fail')).rejects.toMatchObject({
      name: 'SqliteError',
      code: 'SQLITE_BUSY',
      message: 'busy',
    });
    thread.send(4);
    expect(await thread.ask('sum')).toMatchObject({ sum: 4 });
  });

  it('fails the question under way where it ends, and begins anew', async () => {
    await expect(thread.ask('die')).rejects.toThrow('the thread that writes a file ended');
    expect(await thread.ask('sum')).toMatchObject({ sum: 0 });
  });

  it('never answers for a part of what it was told', async () => {
    thread.send(1);
    await expect(thread.ask('die')).rejects.toThrow('ended');
    thread.send(2);
    thread.send('die');
    await new Promise((resolve) => setTimeout(resolve, 300));
    thread.send(3);
    await expect(thread.ask('sum')).rejects.toThrow('ended');
    expect(await thread.ask('sum')).toMatchObject({ sum: 0 });
  });

  it('ends at once where it never began', () => expect(thread.end('end')).resolves.toBeUndefined());
});
