import { createHash } from 'node:crypto';
import type { Instant } from '#kernel';
import type { PrintedDocument } from './document';
import { frenchInstant, frenchSiren, NONE } from './french';

/** Who gives a report out: the territory, and the convention in force. */
export interface Issuer {
  readonly territory: { readonly label: string; readonly timeZone: string };
  readonly siren: string | null;
  /** The name of the convention; null where none was recorded. */
  readonly convention: string | null;
}

/** The state of the history from which a report was made. */
export interface Source {
  readonly asOf: Instant | null;
  /** The position up to which the history was read. */
  readonly position: string | null;
}

/** A name and its value, as the head of a report gives them. */
export type Fact = readonly [name: string, value: string];

/** What the head of every report says: whose it is, what it is about, and the state that it shows. */
export function headFacts(issuer: Issuer, source: Source, about: readonly Fact[]): readonly Fact[] {
  const { territory, siren, convention } = issuer;
  return [
    ['Territoire', territory.label],
    ...(siren === null ? [] : [['SIREN', frenchSiren(siren)] as const]),
    ...(convention === null ? [] : [['Convention', convention] as const]),
    ...about,
    ['État', stateText(source, territory.timeZone)],
    ...(source.asOf === null ? [] : [['Référence', referenceOf(source)] as const]),
  ];
}

/** The head and the foot of a document on paper. */
export function headOf(
  title: string,
  issuer: Issuer,
  source: Source,
  about: readonly string[],
): Pick<PrintedDocument, 'title' | 'about' | 'foot' | 'keywords' | 'asOf'> {
  const { territory, siren, convention } = issuer;
  return {
    title,
    about: [
      territory.label + (siren === null ? '' : ` · SIREN ${frenchSiren(siren)}`),
      ...(convention === null ? [] : [convention]),
      ...about,
      stateText(source, territory.timeZone),
    ],
    ...footOf(source),
  };
}

/** The reference of the state, at the foot and in the properties of the file. */
export function footOf(source: Source): Pick<PrintedDocument, 'foot' | 'keywords' | 'asOf'> {
  const { asOf, position } = source;
  if (asOf === null) return { foot: 'Mixité', asOf };
  return { foot: `Mixité · réf. ${referenceOf(source)}`, asOf, keywords: `${asOf} ${position ?? ''}`.trimEnd() };
}

/** The instant of the last event that a report contains: « État au 31 janvier 2024 à 23 h 59 ». */
export function stateText({ asOf }: Source, timeZone: string): string {
  return asOf === null ? 'Rien n’était encore enregistré.' : `État au ${frenchInstant(asOf, timeZone)}`;
}

/** The same instant within a sentence: « d'après ce qui était enregistré au 31 janvier 2024 à 23 h 59 ». */
export function recordedByText(asOf: Instant | null, timeZone: string): string {
  return `d'après ce qui était enregistré au ${asOf === null ? NONE : frenchInstant(asOf, timeZone)}`;
}

/** A short reference of a state. Two papers with the same reference show the same state of the history. */
export function referenceOf({ asOf, position }: Source): string {
  const hash = createHash('sha256').update(`${asOf} ${position}`).digest('hex').toUpperCase();
  return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`;
}
