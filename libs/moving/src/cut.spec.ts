import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import type { HistoryStore } from '#event-store';
import { seededNumbers } from '#event-store/testing';
import { memberOf } from './compressed';
import { everyEvent, MovingBench, withoutPositions } from './testing';

const COUNT = 1_234;
const CUTS = process.env['MIXITE_LONG_TESTS'] ? 500 : 20;

describe.each(['h.jsonl', 'h.jsonl.gz'])('a file cut at any byte (%s)', (name) => {
  const bench = new MovingBench();
  let source: HistoryStore;
  let whole: Buffer;
  beforeAll(async () => {
    source = bench.store();
    await bench.record(source, COUNT);
    await bench.export(source, `whole-${name}`);
    whole = readFileSync(bench.path(`whole-${name}`));
  });
  afterAll(() => bench.destroy());

  it(`is completed by a new export to exactly the same bytes, after ${CUTS} cuts`, async () => {
    const next = seededNumbers(7);
    const lengths = [
      0,
      1,
      whole.length - 1,
      whole.length,
      ...Array.from({ length: CUTS }, () => next() * whole.length),
    ];
    const resumed: number[] = [];
    for (const length of lengths.map(Math.floor)) {
      writeFileSync(bench.path(`${name}.partiel`), whole.subarray(0, length));
      resumed.push((await bench.export(source, name)).resumed);
      expect(readFileSync(bench.path(name)).equals(whole)).toBe(true);
      expect(existsSync(bench.path(`${name}.partiel`))).toBe(false);
      rmSync(bench.path(name));
    }
    expect(resumed.slice(0, 4)).toEqual([0, 0, COUNT, COUNT]);
    expect(Math.max(...resumed.slice(4))).toBeGreaterThanOrEqual(1_000);
  });

  it(`is imported up to the cut and continued later, after ${CUTS} cuts, into new and existing stores`, async () => {
    const next = seededNumbers(11);
    let target = bench.store();
    let cut = 0;
    for (let done = 0; done < CUTS; done += 1) {
      cut += Math.floor((next() * whole.length) / 4);
      if (cut >= whole.length) {
        await bench.import(`whole-${name}`, target);
        expect(withoutPositions(await everyEvent(target))).toEqual(withoutPositions(await everyEvent(source)));
        target = bench.store();
        cut = 0;
      }
      writeFileSync(bench.path(`cut-${name}`), whole.subarray(0, cut));
      const before = (await target.historyHead()).ordinal;
      await expect(bench.import(`cut-${name}`, target)).rejects.toMatchObject({ code: 'history-cut' });
      const { ordinal } = await target.historyHead();
      expect(ordinal).toBeGreaterThanOrEqual(before);
      expect(await target.isReceiving()).toBe(ordinal > 0);
    }
    await bench.import(`whole-${name}`, target);
    expect(withoutPositions(await everyEvent(target))).toEqual(withoutPositions(await everyEvent(source)));
  });
});

describe('the part of an export', () => {
  let bench: MovingBench;
  let source: HistoryStore;
  const part = () => bench.path('h.jsonl.partiel');
  beforeEach(async () => {
    bench = new MovingBench();
    source = bench.store();
    await bench.record(source, 100);
    await bench.export(source, 'whole.jsonl');
    copyFileSync(bench.path('whole.jsonl'), part());
    truncateSync(part(), 20_000);
  });
  afterEach(() => bench.destroy());

  it('is continued with later events', async () => {
    await bench.record(source, 50, 2);
    const exported = await bench.export(source, 'h.jsonl');
    expect(exported.events).toBe(150);
    expect(exported.resumed).toBeGreaterThan(10);
    expect(await bench.import('h.jsonl', bench.store())).toMatchObject({ written: 150 });
  });

  it('that is complete except for its name is continued with later events', async () => {
    for (const name of ['h.jsonl', 'h.jsonl.gz']) {
      await bench.export(source, `whole-${name}`);
      renameSync(bench.path(`whole-${name}`), bench.path(`${name}.partiel`));
    }
    await bench.record(source, 50, 2);
    for (const name of ['h.jsonl', 'h.jsonl.gz']) {
      expect(await bench.export(source, name)).toMatchObject({ events: 150, resumed: 100 });
      expect(await bench.import(name, bench.store())).toMatchObject({ written: 150 });
    }
  });

  it('is cut back before a compressed page with an altered line', async () => {
    const [header, ...lines] = bench.lines('whole.jsonl').map((line) => `${line}\n`);
    lines[40] = lines[40]!.replace('"half":', '"half":1');
    const pages = [header!, lines.slice(0, 30).join(''), lines.slice(30, 60).join('')];
    writeFileSync(bench.path('h.jsonl.gz.partiel'), Buffer.concat(await Promise.all(pages.map(memberOf))));
    expect(await bench.export(source, 'h.jsonl.gz')).toMatchObject({ events: 100, resumed: 30 });
    expect(await bench.import('h.jsonl.gz', bench.store())).toMatchObject({ written: 100 });
  });

  it.each([
    [
      'an altered line',
      (lines: string[]) => lines.map((line, index) => (index === 20 ? line.replace('"half":', '"half":1') : line)),
    ],
    ['lines exchanged', (lines: string[]) => [...lines.slice(0, 20), lines[21]!, lines[20]!, ...lines.slice(22)]],
    ['zeros after a power cut', (lines: string[]) => [...lines.slice(0, 20), '\0'.repeat(4_096)]],
  ])('is cut back before %s, and completed again', async (_what, change) => {
    writeFileSync(part(), change(readFileSync(part(), 'utf8').split('\n')).join('\n'));
    expect(await bench.export(source, 'h.jsonl')).toMatchObject({ events: 100, resumed: 19 });
    expect(readFileSync(bench.path('h.jsonl'))).toEqual(readFileSync(bench.path('whole.jsonl')));
  });

  it('of a file that continues another file is also continued', async () => {
    await bench.export(source, 'later.jsonl', 41);
    const later = readFileSync(bench.path('later.jsonl'));
    writeFileSync(bench.path('again.jsonl.partiel'), later.subarray(0, 10_000));
    const exported = await bench.export(source, 'again.jsonl', 41);
    expect(exported).toMatchObject({ fromOrdinal: 41, events: 60 });
    expect(exported.resumed).toBeGreaterThan(5);
    expect(readFileSync(bench.path('again.jsonl'))).toEqual(later);
  });

  it('of another store, or from another first event, is refused and not deleted', async () => {
    const wholeLines = (text: string) => text.slice(0, text.lastIndexOf('\n') + 1);
    const before = readFileSync(part(), 'utf8');
    const other = bench.store();
    await bench.record(other, 100);
    await expect(bench.export(other, 'h.jsonl')).rejects.toMatchObject({ code: 'partial-of-another' });
    await expect(bench.export(source, 'h.jsonl', 5)).rejects.toMatchObject({ code: 'partial-of-another' });
    expect(readFileSync(part(), 'utf8')).toBe(wholeLines(before));
  });

  it('is refused where the store no longer holds its events', async () => {
    const shorter = bench.store();
    await shorter.receive((await everyEvent(source)).slice(0, 5));
    await shorter.endReceiving();
    const lines = readFileSync(part(), 'utf8').replace(source.storeId, shorter.storeId);
    writeFileSync(part(), lines);
    await expect(bench.export(shorter, 'h.jsonl')).rejects.toMatchObject({ code: 'partial-of-another' });
  });

  it('is refused where it is no history file', async () => {
    writeFileSync(part(), 'my notes\nof the year\n');
    await expect(bench.export(source, 'h.jsonl')).rejects.toMatchObject({ code: 'history-file-unknown' });
    renameSync(part(), bench.path('g.gz.partiel'));
    await expect(bench.export(source, 'g.gz')).rejects.toMatchObject({ code: 'history-file-unknown' });
    expect(readFileSync(bench.path('g.gz.partiel'), 'utf8')).toBe('my notes\nof the year\n');
  });
});
