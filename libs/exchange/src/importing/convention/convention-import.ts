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
import { rowEventId } from '#deciding';
import { readWholeStream, type EventStore, type StreamBatch } from '#event-store';
import { canonicalJson, isRefusal, type Refusal } from '#kernel';
import type { IsInEpci } from '#territory';
import { ALLOCATIONS, DESIGNATIONS } from '../../files';
import { conventionText } from '../../reading/convention-file';
import type { Findings } from '../../reading/fault';
import type { ImportMetadata } from '../plan-record';

/** The convention.json of a directory, after reading. */
export interface ImportedConventionFile {
  /** Its name in the directory. */
  readonly name: string;
  readonly reading: ConventionReading;
  /** The number of its parts: the convention and each amendment. */
  readonly rows: number;
  /** The events to append after the revision. There are none where there is a fault. */
  readonly events: readonly ConventionEvent[];
  /** The revision of the last recorded event; -1 where there is none. */
  readonly revision: number;
}

/** The convention during an import. */
export interface ConventionImport {
  /** Undefined where the directory has no convention.json, or where it is not JSON. */
  readonly file: ImportedConventionFile | undefined;
  /** The recorded convention, with what the file adds. Other files of the import are checked against it. */
  readonly known: RecordedConvention | null;
}

/** Names that the column of a public cannot have: columns of the files, and names reserved by the format. */
const RESERVED = [...ALLOCATIONS.columns, ...DESIGNATIONS.columns].map(({ name }) => name);

/** Reads the convention.json of a directory and compares it with the recorded one. Faults and warnings go to the findings. */
export async function readConventionImport(
  directory: string,
  { store, isInEpci }: { readonly store: EventStore; readonly isInEpci: IsInEpci },
  findings: Findings,
): Promise<ConventionImport> {
  const stream = await readWholeStream(store, CONVENTION_STREAM.name());
  const recorded = foldConvention(stream.map((event) => CONVENTION_STREAM.read(event)));
  const found = await conventionText(directory, findings);
  if (found?.text === undefined) return { file: undefined, known: recorded };
  const { name, text } = found;
  const reading = readConvention(text, { figures: FIGURE_CODES, reservedColumns: RESERVED, isInEpci });
  const report = (kind: 'fault' | 'warning', { path, line, value, message }: ConventionNotice) =>
    findings[kind]({ file: name, line, column: path, value, message });
  reading.faults.forEach((notice) => report('fault', notice));
  reading.warnings.forEach((notice) => report('warning', notice));
  const { convention } = reading;
  if (!convention) return { file: { name, reading, rows: 0, events: [], revision: -1 }, known: recorded };

  goneAmendments(convention, recorded).forEach((notice) => report('warning', notice));
  const decision = recordConvention(convention, recorded);
  if (isRefusal(decision))
    refusalNotices(decision, convention, recorded!, reading).forEach((notice) => report('fault', notice));
  const events = isRefusal(decision) ? [] : decision;
  return {
    file: { name, reading, rows: 1 + convention.amendments.length, events, revision: stream.length - 1 },
    known: events.reduce<RecordedConvention | null>(evolveConvention, recorded),
  };
}

/** A recorded convention is never overwritten. Each difference is a fault, which says how to amend the convention instead. */
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

/** Recorded amendments that are missing in the file still hold. */
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

/** The events of a convention.json, in one batch; undefined where the file has nothing new. */
export function conventionBatch(
  { events, revision }: ImportedConventionFile,
  digest: (row: string) => string,
  metadata: ImportMetadata,
): StreamBatch | undefined {
  if (events.length === 0) return undefined;
  const stream = CONVENTION_STREAM.name();
  const made = events.map((event, index) => {
    const rowDigest = digest(`convention.json\n${canonicalJson(event)}`);
    return CONVENTION_STREAM.write(event, {
      id: rowEventId(stream, revision + index, rowDigest),
      metadata: { ...metadata, rowDigest, effectiveDay: effectiveDayOf(event) },
    });
  });
  return { stream, expected: revision < 0 ? 'none' : revision, events: made };
}

function effectiveDayOf(event: ConventionEvent) {
  return event.type === 'ConventionAdopted' ? event.data.agreement.firstDay : event.data.effectiveOn;
}
