import type { ChainedEvent } from '#event-store';
import { isCodedError } from '#kernel';
import { historyCut, historyFileDamaged } from './faults';
import { FileWalk } from './file-walk';
import { parsed, type HistoryHeader } from './history-form';
import { linesOf, type Line } from './lines';
import type { Source } from './source';

const PAGE = 1_000;

/** A history file that is read once, in constant memory. Every line is checked. */
export class HistoryFile {
  private readonly walk = new FileWalk();

  private constructor(
    private readonly source: Source,
    private readonly lines: AsyncGenerator<readonly Line[]>,
  ) {}

  /**
   * Reads the first line.
   * @throws CodedError `history-cut` where the file is empty, `history-file-unknown`, `history-file-newer`
   */
  static async open(source: Source): Promise<HistoryFile> {
    const file = new HistoryFile(source, linesOf(source.chunks));
    await file.begin();
    return file;
  }

  private pending: readonly Line[] = [];

  get header(): HistoryHeader {
    return this.walk.header!;
  }

  /** A summary of the events read so far. */
  get summary() {
    return this.walk.summary();
  }

  /**
   * The events, at most 1 000 at a time. Before a refused line, all earlier full pages have been returned.
   * @throws CodedError like `FileWalk`, and `history-cut` after the last page of a file without its closing line
   */
  async *pages(): AsyncGenerator<readonly ChainedEvent[]> {
    let page: ChainedEvent[] = [];
    for await (const lines of this.remaining()) {
      for (const line of lines) {
        const event = isCutOff(line) ? undefined : this.walk.take(line.text);
        if (event) page.push(event);
        if (page.length < PAGE) continue;
        yield page;
        page = [];
      }
    }
    if (page.length > 0) yield page;
    if (!this.walk.closing) throw this.cut();
  }

  progress(): ReturnType<Source['progress']> {
    return this.source.progress();
  }

  close(): void {
    this.source.close();
  }

  private async begin(): Promise<void> {
    const [first, ...others] = await this.next();
    if (!first || isCutOff(first)) throw this.cut();
    this.walk.take(first.text);
    this.pending = others;
  }

  private async *remaining(): AsyncGenerator<readonly Line[]> {
    yield this.pending;
    this.pending = [];
    for (let lines = await this.next(); lines.length > 0; lines = await this.next()) yield lines;
  }

  private async next(): Promise<readonly Line[]> {
    try {
      const { value, done } = await this.lines.next();
      return done ? [] : value;
    } catch (error) {
      throw isCodedError(error) ? error : historyFileDamaged(this.walk.lines, error);
    }
  }

  private cut() {
    return historyCut(this.walk.lines, this.walk.point.ordinal);
  }
}

/** Whether the end of the file cuts the line in the middle of its text. */
function isCutOff({ text, isWhole }: Line): boolean {
  return !isWhole && parsed(text) === undefined;
}
