import { FIGURE_CODES } from '#compliance';
import {
  amendmentDifferences,
  conventionDifferences,
  CONVENTION_STREAM,
  evolveConvention,
  foldConvention,
  readConvention,
  recordConvention,
  type ConventionDifference,
  type ConventionEvent,
  type ConventionNotice,
  type ConventionReading,
  type RecordedConvention,
  type ProposedConvention,
} from '#convention';
import type { EventStore } from '#event-store';
import { isRefusal, type Refusal } from '#kernel';
import { ALLOCATIONS } from '../../files';
import { conventionText } from '../../reading/convention-file';
import type { Findings } from '../../reading/fault';
import { readWholeStream } from '#event-store';

/** What convention.json of a directory comes to. */
export interface ToldConventionFile {
  /** The name that it has there. */
  readonly name: string;
  readonly reading: ConventionReading;
  /** The convention and each of its amendments. */
  readonly rows: number;
  /** To record, after the revision. None where there is a fault. */
  readonly events: readonly ConventionEvent[];
  /** Of the last event recorded; -1 where there is none. */
  readonly revision: number;
}

/** The convention as an import meets it. */
export interface ConventionImport {
  /** Undefined where the directory has no convention.json, or none that is JSON. */
  readonly file: ToldConventionFile | undefined;
  /** What is recorded, with what the file adds: what other files of the import may name and are held against. */
  readonly known: RecordedConvention | null;
}

/** Columns that a public cannot have: those of the file, and what the format keeps for later. */
const RESERVED = ALLOCATIONS.columns.map(({ name }) => name);

/** Reads the convention.json of a directory and holds it against what is recorded; what is wrong goes to the findings. */
export async function readConventionImport(
  directory: string,
  store: EventStore,
  findings: Findings,
): Promise<ConventionImport> {
  const stream = await readWholeStream(store, CONVENTION_STREAM.name());
  const recorded = foldConvention(stream.map((event) => CONVENTION_STREAM.read(event)));
  const found = await conventionText(directory, findings);
  if (found?.text === undefined) return { file: undefined, known: recorded };
  const { name, text } = found;
  const reading = readConvention(text, { figures: FIGURE_CODES, reservedColumns: RESERVED });
  const tell = (kind: 'fault' | 'warning', { path, line, value, message }: ConventionNotice) =>
    findings[kind]({ file: name, line, column: path, value, message });
  reading.faults.forEach((notice) => tell('fault', notice));
  reading.warnings.forEach((notice) => tell('warning', notice));
  const { convention } = reading;
  if (!convention) return { file: { name, reading, rows: 0, events: [], revision: -1 }, known: recorded };

  goneAmendments(convention, recorded).forEach((notice) => tell('warning', notice));
  const decision = recordConvention(convention, recorded);
  if (isRefusal(decision))
    refusalNotices(decision, convention, recorded!, reading).forEach((notice) => tell('fault', notice));
  const events = isRefusal(decision) ? [] : decision;
  return {
    file: { name, reading, rows: 1 + convention.amendments.length, events, revision: stream.length - 1 },
    known: events.reduce<RecordedConvention | null>(evolveConvention, recorded),
  };
}

/** What is recorded is never overwritten: each difference is shown, and how it may be told. */
function refusalNotices(
  { code, params }: Refusal,
  proposed: ProposedConvention,
  recorded: RecordedConvention,
  { lineOf }: ConventionReading,
): readonly ConventionNotice[] {
  const amendment = params['amendment'] as string | null;
  const at = proposed.amendments.findIndex((each) => each.code === amendment);
  const path = at < 0 ? '' : `avenants[${at}]`;
  if (code === 'amendment-misplaced') {
    const message = 'un avenant enregistré est attendu à sa place : les nouveaux viennent après, en fin de liste';
    return [{ path: `${path}.code`, line: lineOf(`${path}.code`), value: amendment ?? '', message }];
  }
  const found =
    at < 0
      ? conventionDifferences(proposed.base, recorded.base)
      : amendmentDifferences(
          proposed.amendments[at]!,
          recorded.amendments.find((each) => each.code === amendment)!,
          path,
        );
  return found.map((difference) => changed(difference, lineOf(difference.path)));
}

function changed({ path, recorded, found }: ConventionDifference, line: number): ConventionNotice {
  const before = recorded === '' ? 'rien n’est enregistré ici' : `« ${recorded} » est enregistré`;
  const message = `${before} et ne change pas : ajoutez un avenant daté, en fin d’« avenants »`;
  return { path, line, value: found, message };
}

/** Recorded amendments that the file leaves out hold all the same. */
function goneAmendments(
  proposed: ProposedConvention,
  recorded: RecordedConvention | null,
): readonly ConventionNotice[] {
  const gone = (recorded?.amendments ?? []).filter(
    ({ code }) => !proposed.amendments.some((each) => each.code === code),
  );
  const message = 'cet avenant est enregistré et absent du fichier : il reste en vigueur';
  return gone.map(({ code }) => ({ path: 'avenants', line: 0, value: code, message }));
}
