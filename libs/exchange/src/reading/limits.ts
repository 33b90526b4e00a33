const MEBIBYTE = 1024 * 1024;

/** The limits of one file. A larger file is refused, and reading it takes a bounded amount of memory. */
export interface ReadingLimits {
  /** Bytes of the file on the disk. */
  readonly fileBytes: number;
  readonly columns: number;
  /** Bytes of one record, approximately. */
  readonly recordBytes: number;
  /** Bytes of an XLSX file once inflated, all parts together. */
  readonly inflatedBytes: number;
  /** How many times larger than its compressed form a part of an XLSX file may be. */
  readonly inflationRatio: number;
  /** Characters of the texts that the cells of an XLSX file share. */
  readonly sharedCharacters: number;
}

export const DEFAULT_LIMITS: ReadingLimits = {
  fileBytes: 512 * MEBIBYTE,
  columns: 1_000,
  recordBytes: MEBIBYTE,
  inflatedBytes: 1024 * MEBIBYTE,
  inflationRatio: 200,
  sharedCharacters: 64 * MEBIBYTE,
};

/** A size as people read it: `512 Mio`. */
export function sizeText(bytes: number): string {
  if (bytes >= MEBIBYTE) return `${Math.floor(bytes / MEBIBYTE)} Mio`;
  return bytes >= 1024 ? `${Math.floor(bytes / 1024)} Kio` : `${bytes} octets`;
}
