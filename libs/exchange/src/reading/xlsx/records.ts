import type { ReadingLimits } from '../limits';
import type { RawRecord, XlsxSource } from '../source';
import { Archive } from './archive';
import { SheetReader } from './sheet';
import { readWorkbook } from './workbook';
import { readXml } from './xml';

/**
 * The records of the first sheet of a workbook, header included, a batch at a time.
 * @throws TableProblem where the rest cannot be read; what came before has been yielded
 */
export async function* xlsxRecords(source: XlsxSource, limits: ReadingLimits): AsyncGenerator<readonly RawRecord[]> {
  const archive = await Archive.open(source.path, limits);
  try {
    const workbook = await readWorkbook(archive, limits);
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

/** The rows before a problem are still taken: their faults are told too. */
async function attempt(step: Promise<IteratorResult<void>>): Promise<{ done: boolean } | { problem: unknown }> {
  try {
    return { done: (await step).done === true };
  } catch (problem) {
    return { problem };
  }
}
