import type { JsonNode } from '../shape/located-json';
import { keyOf } from './check-lists';
import type { ConventionDraft } from './convention-shape';
import type { EntitiesDraft } from './objective-shape';

/** What a convention says exists elsewhere: in other files, or in itself (a sector). */
export type ReferredKind = 'commune' | 'secteur' | 'bailleur' | 'reservataire' | 'qpv' | 'residence';

/** A code that a convention names, and where. */
export interface ConventionReference {
  readonly kind: ReferredKind;
  readonly code: string;
  readonly path: string;
  readonly line: number;
}

const REFERRED: readonly string[] = ['commune', 'secteur', 'bailleur', 'reservataire', 'qpv', 'residence'];

/** Every code of another entity that objectives and sectors name, those with faults of their own too. */
export function referencesIn(draft: ConventionDraft): readonly ConventionReference[] {
  return [draft, ...(draft.avenants ?? [])].flatMap((part) => [
    ...(part.secteurs ?? []).flatMap((sector) =>
      sector.code_insee ? [reference('commune', sector.code_insee, keyOf(sector, 'code_insee'))] : [],
    ),
    ...(part.objectifs ?? []).flatMap(({ portee, acteur }) => [...entities(portee), ...entities(acteur)]),
  ]);
}

function entities(draft: Pick<EntitiesDraft, 'node' | 'type'> | undefined): readonly ConventionReference[] {
  const node = draft?.node.members.get('identifiants');
  if (node?.kind !== 'list' || !REFERRED.includes(draft!.type ?? '')) return [];
  return node.items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string'
      ? [reference(draft!.type as ReferredKind, item.value, item)]
      : [],
  );
}

function reference(kind: ReferredKind, code: string, { path, line }: JsonNode): ConventionReference {
  return { kind, code, path, line };
}
