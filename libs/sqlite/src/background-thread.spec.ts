import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackgroundThread } from './background-thread';

/** A program that adds the numbers it receives. Other messages make it answer the sum, fail, die or end. */
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

  it('is available where its program exists', () => {
    expect(BackgroundThread.isAvailable(program)).toBe(true);
    expect(BackgroundThread.isAvailable(join(folder, 'absent.js'))).toBe(false);
  });

  it('handles messages in their order and answers questions', async () => {
    for (const number of [1, 2, 3]) thread.send(number);
    expect(await thread.ask('sum')).toEqual({ sum: 6, file: 'a file' });
    expect(await thread.ask('sum')).toEqual({ sum: 0, file: 'a file' });
  });

  it('reports the failure of its program with the code of SQLite', async () => {
    await expect(thread.ask('fail')).rejects.toMatchObject({
      name: 'SqliteError',
      code: 'SQLITE_BUSY',
      message: 'busy',
    });
    thread.send(4);
    expect(await thread.ask('sum')).toMatchObject({ sum: 4 });
  });

  it('rejects the pending question where the thread ends, and starts a new thread', async () => {
    await expect(thread.ask('die')).rejects.toThrow('the thread that writes a file ended');
    expect(await thread.ask('sum')).toMatchObject({ sum: 0 });
  });

  it('never answers a question after it lost some of its messages', async () => {
    thread.send(1);
    await expect(thread.ask('die')).rejects.toThrow('ended');
    thread.send(2);
    thread.send('die');
    await new Promise((resolve) => setTimeout(resolve, 300));
    thread.send(3);
    await expect(thread.ask('sum')).rejects.toThrow('ended');
    expect(await thread.ask('sum')).toMatchObject({ sum: 0 });
  });

  it('ends at once where it never started', () => expect(thread.end('end')).resolves.toBeUndefined());
});
