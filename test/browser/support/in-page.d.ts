export interface Measures {
  readonly lang: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly elements: number;
  /** Of the longest table. */
  readonly rows: number;
  readonly shift: { readonly sum: number; readonly sources: readonly string[] };
  readonly inlineStyles: number;
}
export interface Focused {
  readonly stop: number | null;
  readonly tag?: string;
  readonly faults: readonly string[];
}
export function watchPage(): void;
export function isBusy(): boolean;
export function measure(): Measures;
export function texts(): readonly string[];
export function spaceText(): void;
export function lostAtThisWidth(): readonly string[];
export function numberStops(): readonly string[];
export function focused(): Focused;
export function numberOpeners(): readonly string[];
export function openLayers(): number;
export function focusName(): string;
export function lostInForcedColours(): readonly string[];
export function greyPage(): void;
export function groundOf(element: unknown): string;
export function showFromTop(element: unknown): void;
export function showsFigure(): boolean;
export interface PrintedTable {
  readonly caption: string;
  readonly headers: readonly string[];
  /** The texts of the first two cells of each. */
  readonly rows: readonly (readonly string[])[];
}
export function printedTables(): readonly PrintedTable[];
