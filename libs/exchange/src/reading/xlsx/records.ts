import type { ReadingLimits } from '../limits';
import type { RawRecord, XlsxSource } from '../source';
import { Archive } from './archive';
import { SheetReader } from './sheet';
import { readWorkbook, type Workbook } from './workbook';
import { readXml } from './xml';

/** Called before the first record, with the first row of each other sheet that has rows. */
export type OnOtherSheet = (name: string, first: RawRecord) => void;

/**
 * The records of the first sheet of a workbook, header included, a batch at a time.
 * @throws TableProblem where the rest cannot be read; the records before it have been yielded
 */
export async function* xlsxRecords(
  source: XlsxSource,
  limits: ReadingLimits,
  onOtherSheet?: OnOtherSheet,
): AsyncGenerator<readonly RawRecord[]> {
  const archive = await Archive.open(source.path, limits);
  try {
    const workbook = await readWorkbook(archive, limits);
    for (const { name, part } of onOtherSheet ? workbook.others : []) {
      const first = await firstRowOf(part, { archive, workbook, limits });
      if (first) onOtherSheet!(name, first);
    }
    const sheet = new SheetReader(workbook, limits);
    const reading = readXml(archive.read(workbook.sheet), sheet);
    for (;;) {
      const step = await attempt(reading.next());
      yield sheet.take();
      if ('problem' in step) throw step.problem;
      if (step.done) return;
    }
  } finally {
    archive.close();
  }
}

/** Undefined where the sheet is empty, or cannot be read. */
async function firstRowOf(
  part: string,
  { archive, workbook, limits }: { archive: Archive; workbook: Workbook; limits: ReadingLimits },
): Promise<RawRecord | undefined> {
  const sheet = new SheetReader(workbook, limits);
  const reading = readXml(archive.read(part), sheet);
  try {
    for (;;) {
      const step = await attempt(reading.next());
      const [first] = sheet.take();
      if (first || 'problem' in step || step.done) return first;
    }
  } finally {
    await reading.return(undefined);
  }
}

/** Gives the rows before a problem too: their faults are reported with it. */
async function attempt(step: Promise<IteratorResult<void>>): Promise<{ done: boolean } | { problem: unknown }> {
  try {
    return { done: (await step).done === true };
  } catch (problem) {
    return { problem };
  }
}
