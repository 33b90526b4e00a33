import { normalForm } from '#kernel';
import type { JsonNode } from '#shapes';
import type { ConventionDraft } from './convention-shape';
import type { EntitiesDraft } from './objective-shape';

/** The kinds of entities that a convention names and that must exist in other files or, for sectors, in the convention itself. */
export type ReferredKind = 'commune' | 'secteur' | 'bailleur' | 'reservataire' | 'qpv' | 'residence' | 'operation';

/** A code that a convention names, and its place in the file. */
export interface ConventionReference {
  readonly kind: ReferredKind;
  readonly code: string;
  readonly path: string;
  readonly line: number;
  /** True for a commune that the file lists as part of the territory: it is known without any other file. */
  readonly isOwn: boolean;
}

const REFERRED: readonly string[] = ['commune', 'secteur', 'bailleur', 'reservataire', 'qpv', 'residence', 'operation'];

/** Every code of another entity that the territory, its sectors and its objectives name, also where they have faults. */
export function referencesIn(draft: ConventionDraft): readonly ConventionReference[] {
  return [draft, ...(draft.avenants ?? [])].flatMap((part) => [
    ...textsIn(part.territoire?.node.members.get('communes')).map((item) => reference('commune', item, true)),
    ...(part.secteurs ?? []).flatMap((sector) =>
      textsIn(sector.node.members.get('code_insee')).map((item) => reference('commune', item)),
    ),
    ...(part.commissions ?? []).flatMap((commission) =>
      textsIn(commission.node.members.get('code')).map((item) => reference('bailleur', item)),
    ),
    ...(part.objectifs ?? []).flatMap(({ portee, acteur }) => [...entities(portee), ...entities(acteur)]),
  ]);
}

function entities(draft: Pick<EntitiesDraft, 'node' | 'type'> | undefined): readonly ConventionReference[] {
  const kind = draft?.type ?? '';
  if (!REFERRED.includes(kind)) return [];
  return textsIn(draft!.node.members.get('identifiants')).map((item) => reference(kind as ReferredKind, item));
}

type TextNode = JsonNode & { readonly value: string };

/** The text of a node, or the texts of a list. */
function textsIn(node: JsonNode | undefined): readonly TextNode[] {
  if (node?.kind === 'list') return node.items.flatMap(textsIn);
  return node?.kind === 'scalar' && typeof node.value === 'string' ? [node as TextNode] : [];
}

function reference(kind: ReferredKind, { value, path, line }: TextNode, isOwn = false): ConventionReference {
  return { kind, code: normalForm(value), path, line, isOwn };
}
