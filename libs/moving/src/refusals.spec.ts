import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chainDigest, type ChainedEvent, type HistoryStore } from '#event-store';
import { eventOf, lineOf } from './event-line';
import { HistoryFile } from './history-file';
import { checkHistoryFile } from './import-history';
import { pipeSource } from './source';
import { Readable } from 'node:stream';
import { everyEvent, MovingBench, withoutPositions } from './testing';

const COUNT = 1_200;
/** The index of an event's line: the header has index 0. */
const lineAt = (ordinal: number) => ordinal;

type Change = (lines: string[]) => string[];
const changing =
  (ordinal: number, change: (line: string) => string): Change =>
  (lines) =>
    lines.map((line, index) => (index === lineAt(ordinal) ? change(line) : line));
const event = (line: string) => eventOf(JSON.parse(line))!;
/** The same line with other values, and with the right digest after the previous line. */
const rechained = (lines: string[], ordinal: number, values: Partial<ChainedEvent>) => {
  const altered = { ...event(lines[lineAt(ordinal)]!), ...values };
  const digest = chainDigest(event(lines[lineAt(ordinal - 1)]!).digest, altered);
  return lineOf({ ...altered, digest }).trimEnd();
};

describe('a history file with a fault', () => {
  const bench = new MovingBench();
  let source: HistoryStore;
  let lines: string[];
  beforeAll(async () => {
    source = bench.store();
    await bench.record(source, COUNT);
    await bench.export(source, 'h.jsonl');
    lines = bench.lines('h.jsonl');
  });
  afterAll(() => bench.destroy());

  const refusedBy = async (change: Change) => {
    writeFileSync(
      bench.path('changed.jsonl'),
      change([...lines])
        .map((line) => `${line}\n`)
        .join(''),
    );
    const target = bench.store();
    const error = await bench.import('changed.jsonl', target).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    // Only the first part of the history may have arrived.
    const arrived = await everyEvent(target);
    expect(withoutPositions(arrived)).toEqual(withoutPositions((await everyEvent(source)).slice(0, arrived.length)));
    return error;
  };

  const altered = (ordinal: number) => ({ code: 'history-line-altered', params: { line: ordinal + 1, ordinal } });
  it.each<[string, Change, object]>([
    ['data altered', changing(700, (line) => line.replace('"half":', '"half":1')), altered(700)],
    ['an author altered', changing(2, (line) => line.replace('tester', 'nobody')), altered(2)],
    ['a time altered', changing(1_199, (line) => line.replace('["20', '["21')), altered(1_199)],
    ['a stream altered', changing(5, (line) => line.replace('dossier', 'Dossier')), altered(5)],
    ['a revision altered', changing(5, (line) => line.replace('"revision":', '"revision":1')), altered(5)],
    [
      'sealed facts removed',
      changing(3, (line) =>
        line.replace(/"people":("[^"]*"|null)/, '"people":"0190c1a2-0000-7000-8000-000000000000 AA=="'),
      ),
      altered(3),
    ],
    ['a digest altered', changing(9, (line) => line.replace(/"digest":"./, '"digest":"g')), altered(9)],
    [
      'a digest replaced',
      changing(9, (line) => line.replace(/"digest":"[0-9a-f]{8}/, '"digest":"00000000')),
      altered(9),
    ],
    ['half a line', changing(9, (line) => line.slice(0, 40)), altered(9)],
    ['an empty line', changing(9, () => ''), altered(9)],
    ['another document', changing(9, () => '{"hello":"world"}'), altered(9)],
    ['a number', changing(9, () => '12'), altered(9)],
    [
      'data nested too deeply',
      changing(9, (line) => line.replace('"data":{', `"data":{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)},`)),
      altered(9),
    ],
    ['an invalid id', changing(9, (line) => line.replace(/"id":"/, '"id":"x')), altered(9)],
    ['a metadata value of another kind', changing(9, (line) => line.replace('"tester"', '7')), altered(9)],
  ])('is refused by its line: %s', async (_what, change, refusal) => {
    expect(await refusedBy(change)).toMatchObject(refusal);
  });

  const misplaced = (line: number, ordinal: number, found: number) => ({
    code: 'history-line-misplaced',
    params: { line, ordinal, found },
  });
  it.each<[string, Change, object]>([
    ['removed', (all) => all.filter((_, index) => index !== 600), misplaced(601, 600, 601)],
    ['removed, the first', (all) => all.filter((_, index) => index !== 1), misplaced(2, 1, 2)],
    ['repeated', (all) => [...all.slice(0, 601), all[600]!, ...all.slice(601)], misplaced(602, 601, 600)],
    ['exchanged', (all) => [...all.slice(0, 600), all[601]!, all[600]!, ...all.slice(602)], misplaced(601, 600, 601)],
    [
      'moved to the end',
      (all) => [...all.slice(0, 50), ...all.slice(51, -1), all[50]!, all.at(-1)!],
      misplaced(51, 50, 51),
    ],
  ])('is refused by its line: one %s', async (_what, change, refusal) => {
    expect(await refusedBy(change)).toMatchObject(refusal);
  });

  it.each<[string, Change, object]>([
    [
      'the last event removed',
      (all) => [...all.slice(0, -2), all.at(-1)!],
      { code: 'history-closing-wrong', params: { line: COUNT + 1, expected: COUNT - 1, found: COUNT } },
    ],
    [
      'its count altered',
      (all) => [...all.slice(0, -1), all.at(-1)!.replace('"events":1200', '"events":1201')],
      { code: 'history-closing-wrong' },
    ],
    [
      'its last time altered',
      (all) => [...all.slice(0, -1), all.at(-1)!.replace('"lastRecordedAt":"20', '"lastRecordedAt":"19')],
      { code: 'history-closing-wrong' },
    ],
    [
      'its last line removed',
      (all) => all.slice(0, -1),
      { code: 'history-cut', params: { line: COUNT + 1, ordinal: COUNT } },
    ],
    [
      'something after its last line',
      (all) => [...all, all[3]!],
      { code: 'history-after-closing', params: { line: COUNT + 3 } },
    ],
    ['two last lines', (all) => [...all, all.at(-1)!], { code: 'history-after-closing' }],
    [
      'its last line in the middle',
      (all) => [...all.slice(0, 5), all.at(-1)!, ...all.slice(5)],
      { code: 'history-closing-wrong' },
    ],
    ['nothing', () => [], { code: 'history-cut', params: { line: 0, ordinal: 0 } }],
    ['its first line removed', (all) => all.slice(1), { code: 'history-file-unknown' }],
    ['its first line repeated', (all) => [all[0]!, ...all], altered(1)],
    [
      'a later version',
      (all) => [all[0]!.replace('"version":1', '"version":2'), ...all.slice(1)],
      { code: 'history-file-newer' },
    ],
    [
      'a first line without its place',
      (all) => [all[0]!.replace('"after"', '"before"'), ...all.slice(1)],
      { code: 'history-file-unknown' },
    ],
  ])('is refused: %s', async (_what, change, refusal) => {
    expect(await refusedBy(change)).toMatchObject(refusal);
  });

  it('is refused where digests were recomputed but the rest does not follow', async () => {
    const position: Change = (all) => {
      const line = rechained(all, 700, { position: event(all[600]!).position });
      return [...all.slice(0, 700), line, ...all.slice(701)];
    };
    expect(await refusedBy(position)).toMatchObject({ code: 'history-line-goes-back', params: { line: 701 } });
    const revision: Change = (all) => [...all.slice(0, 1_200), rechained(all, 1_200, { revision: 9_999 }), all.at(-1)!];
    expect(await refusedBy(revision)).toMatchObject({ code: 'history-closing-wrong' });
    const closed: Change = (all) => {
      const changed = revision(all);
      const { digest } = event(changed[1_200]!);
      return [...changed.slice(0, -1), all.at(-1)!.replace(/"digest":"[0-9a-f]*"/, `"digest":"${digest}"`)];
    };
    expect(await refusedBy(closed)).toMatchObject({
      code: 'history-broken',
      params: { ordinal: 1_200, breach: 'revision' },
    });
  });

  it('names in French the line, the event and the expected value', async () => {
    const message = async (change: Change) => ((await refusedBy(change)) as Error).message;
    expect(await message(changing(700, (line) => line.replace('"half":', '"half":1')))).toMatch(
      /^Ligne 701, événement n° 700 : empreinte [0-9a-f]{12}… attendue .*, [0-9a-f]{12}… trouvée/,
    );
    expect(await message((all) => all.filter((_, index) => index !== 600))).toMatch(
      /^Ligne 601 : événement n° 600 attendu, n° 601 trouvé/,
    );
    expect(await message((all) => all.slice(0, -1))).toMatch(/coupé après la ligne 1201 \(événement n° 1200\)/);
  });

  it('is not confused with a file that another program reformatted without changing its content', async () => {
    const reshaped = lines.map((line) => ` ${JSON.stringify(JSON.parse(line), null, 1).replaceAll('\n', '')}\r`);
    writeFileSync(bench.path('reshaped.jsonl'), reshaped.join('\n'));
    expect(await bench.import('reshaped.jsonl', bench.store())).toMatchObject({ written: COUNT });
  });

  it('is also detected by a dry run', async () => {
    const check = async (text: string) =>
      checkHistoryFile(await HistoryFile.open(pipeSource(Readable.from([Buffer.from(text)]))));
    const text = readFileSync(bench.path('h.jsonl'), 'utf8');
    expect(await check(text)).toMatchObject({ events: COUNT });
    await expect(check(text.replace('"half":', '"half":1'))).rejects.toMatchObject({ code: 'history-line-altered' });
  });

  it('is refused where it is compressed and any byte is damaged', async () => {
    const compressed = gzipSync(readFileSync(bench.path('h.jsonl')));
    for (let index = 12; index < compressed.length; index += Math.floor(compressed.length / 12)) {
      const damaged = Buffer.from(compressed);
      damaged[index]! ^= 0x55;
      writeFileSync(bench.path('damaged.gz'), damaged);
      await expect(bench.import('damaged.gz', bench.store())).rejects.toMatchObject({
        code: expect.stringMatching(/^history-/),
      });
    }
  });

  it('is refused, in bounded memory, where a line has no end', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    let sent = 0;
    const endless = Readable.from(
      (async function* () {
        yield Buffer.from(`${lines[0]}\n`);
        for (; sent < 1_000; sent += 1) yield piece;
      })(),
    );
    const file = await HistoryFile.open(pipeSource(endless));
    await expect(checkHistoryFile(file)).rejects.toMatchObject({ code: 'history-line-too-long', params: { line: 2 } });
    expect(sent).toBeLessThan(100);
  });

  it('is refused where there is no file', async () => {
    await expect(bench.import('absent.jsonl', bench.store())).rejects.toMatchObject({ code: 'file-unusable' });
    await expect(bench.import('.', bench.store())).rejects.toMatchObject({ code: 'file-unusable' });
  });
});
