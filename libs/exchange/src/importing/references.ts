import { lastEventOf, type EventStore } from '#event-store';
import { officialCommune, type OfficialCommune } from '#territory';
import type { Findings } from '../reading/fault';
import type { FileSpec } from '../reading/spec';
import { REFERRED_STREAMS } from './record-kinds';

/** The files that others refer to. */
export type ReferredFile = keyof typeof REFERRED_STREAMS;

/** A row, with or without faults. */
interface Row {
  readonly line: number;
  readonly row: object;
}

/** Knows which codes exist, in this import or in the store. Each code is looked up once. */
export class KnownCodes {
  private readonly codes = new Map<ReferredFile, Map<string, boolean>>();

  /** @param unread files of which some rows could not be read: their own faults say enough, and no reference to them is called unknown */
  constructor(
    private readonly store: EventStore,
    private readonly unread: ReadonlySet<string> = new Set(),
  ) {}

  addRows(file: string, rows: readonly Row[]): void {
    if (!isReferred(file)) return;
    const known = this.of(file);
    for (const { row } of rows) for (const code of codesIn((row as { code?: unknown }).code)) known.set(code, true);
  }

  /** Makes a fault of every value that must name a row of another file, in this import or an earlier one, and names none. */
  async check(spec: FileSpec, fileName: string, rows: readonly Row[], findings: Findings): Promise<void> {
    for (const { field, column, to } of spec.references) {
      if (!isReferred(to)) throw new Error(`${spec.file} refers to ${to}, whose rows have no code`);
      for (const { row, line } of rows) {
        for (const code of codesIn((row as Record<string, unknown>)[field])) {
          if (await this.has(to, code)) continue;
          const message = `code inconnu : une ligne de ${to} était attendue, dans cet import ou un précédent${partOf(to, code)}`;
          findings.fault({ file: fileName, line, column, value: code, message });
        }
      }
    }
  }

  /** Whether a row of the file has the code, in this import or an earlier one. */
  async has(file: ReferredFile, code: string): Promise<boolean> {
    if (this.unread.has(file)) return true;
    const known = this.of(file);
    let exists = known.get(code);
    if (exists === undefined) {
      exists = (await lastEventOf(this.store, REFERRED_STREAMS[file].name(code))) !== undefined;
      known.set(code, exists);
    }
    return exists;
  }

  private of(file: ReferredFile): Map<string, boolean> {
    let known = this.codes.get(file);
    if (!known) this.codes.set(file, (known = new Map<string, boolean>()));
    return known;
  }
}

/** The commune of today, where the code is that of an arrondissement (Paris, Lyon, Marseille) or of a former commune; else undefined. */
export function communeOfToday(code: string): OfficialCommune | undefined {
  const known = officialCommune(code);
  return known && known.current !== code ? officialCommune(known.current) : undefined;
}

/** What a fault adds where the code is that of an arrondissement or of a former commune. */
export function partOf(file: ReferredFile, code: string): string {
  const today = file === 'communes.csv' ? communeOfToday(code) : undefined;
  return today ? ` ; ce code fait partie de ${today.code} (${today.name})` : '';
}

function isReferred(file: string): file is ReferredFile {
  return file in REFERRED_STREAMS;
}

function codesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value as readonly string[];
  return typeof value === 'string' ? [value] : [];
}
