import { compareDecimals, type Day } from '#kernel';
import { childOf, type JsonNode, type ObjectNode, type Reporter } from '#shapes';
import type { ScaleDraft } from './scale-shape';

/** An object of the file. Some of its members may be missing. */
interface Draft {
  readonly node: ObjectNode;
}

/** The node of a key of the object. */
export function keyOf({ node }: Draft, key: string): JsonNode {
  return childOf(node, key);
}

/** Reports a value that two items of a list share and that must be unique. */
export function reportRepeated<Item extends Draft>(
  items: readonly Item[],
  key: keyof Item & string,
  report: Reporter,
): void {
  const lines = new Map<unknown, number>();
  for (const item of items) {
    const value = item[key];
    if (value === undefined) continue;
    const node = keyOf(item, key);
    const first = lines.get(value);
    if (first === undefined) lines.set(value, node.line);
    else report.fault(node, `déjà donné à la ligne ${first} : une valeur propre à chacun est attendue`);
  }
}

/** Reports a last day before the first day. */
export function reportReversed<First extends string, Last extends string>(
  draft: Draft & { readonly [Key in First | Last]?: Day | '' },
  first: First,
  last: Last,
  report: Reporter,
): void {
  const [from, to] = [draft[first], draft[last]] as [Day | undefined, Day | undefined];
  if (from !== undefined && to !== undefined && to < from)
    report.fault(keyOf(draft, last), `un jour à partir du ${from} (${first}) est attendu`);
}

/** Reports thresholds and cuts that would leave a mark or a note without any value. */
export function checkScale(draft: ScaleDraft, report: Reporter): void {
  if (!draft.indicateurs && draft.node.members.size > 0)
    report.fault(keyOf(draft, 'indicateurs'), 'cette clé est obligatoire');
  reportRepeated(draft.indicateurs ?? [], 'indicateur', report);
  for (const indicator of draft.indicateurs ?? []) {
    const { plus_fragile: worse, seuil_2: second, seuil_3: third } = indicator;
    if (worse === undefined || second === undefined || third === undefined) continue;
    const order = compareDecimals(second, third);
    if (worse === 'high' && order > 0)
      report.fault(keyOf(indicator, 'seuil_3'), `un seuil d’au moins seuil_2 est attendu, avec plus_fragile haut`);
    if (worse === 'low' && order < 0)
      report.fault(keyOf(indicator, 'seuil_3'), `un seuil d’au plus seuil_2 est attendu, avec plus_fragile bas`);
  }
  const cuts = draft.coupures ?? [];
  if (cuts.some((cut, index) => index > 0 && cut <= cuts[index - 1]!))
    report.fault(keyOf(draft, 'coupures'), 'des coupures de plus en plus hautes sont attendues');
}
