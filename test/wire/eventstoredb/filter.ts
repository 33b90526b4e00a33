import type { LogRecord } from './log';
import type { ReadReq } from './protocol';

export interface EventFilter {
  (record: LogRecord): boolean;
  /** The most records looked at in one page. */
  readonly searchWindow: number;
  /** The number of records looked at before a checkpoint is sent; undefined where no checkpoints are sent. */
  readonly checkpointInterval?: number;
}

const SEARCH_WINDOW = 32;

/** The filter of a read or a subscription: a regular expression or prefixes, for the event type or the stream name. */
export function filterOf(options: ReadReq.Options): EventFilter {
  const filter = options.getFilter();
  if (!filter) return Object.assign(() => true, { searchWindow: Infinity });
  const expression = (filter.getEventType() ?? filter.getStreamIdentifier())!;
  const subject = filter.hasEventType() ? ({ type }: LogRecord) => type : ({ stream }: LogRecord) => stream;
  const regex = expression.getRegex() ? new RegExp(expression.getRegex()) : undefined;
  const prefixes = expression.getPrefixList();
  const passes = (record: LogRecord): boolean => {
    const text = subject(record);
    return regex ? regex.test(text) : prefixes.some((prefix) => text.startsWith(prefix));
  };
  const window = filter.hasMax() ? filter.getMax() : SEARCH_WINDOW;
  return Object.assign(passes, {
    searchWindow: window,
    checkpointInterval: window * filter.getCheckpointintervalmultiplier(),
  });
}
