import type { JsonNode, Reporter } from '#shapes';
import { communeAdvice, officialCommune, officialEpci, type IsInEpci } from '#territory';
import { keyOf } from './check-lists';
import type { AmendmentDraft, ConventionDraft } from './convention-shape';

type Territory = NonNullable<(ConventionDraft | AmendmentDraft)['territoire']>;

/** The communes of the territory: those that are recorded, those of the EPCI with the SIREN of the file, and those that the file lists. */
export function communesOfTerritory(
  parts: readonly { readonly territoire?: Territory }[],
  isRecorded: IsInEpci = () => false,
): IsInEpci {
  const named = parts.flatMap(({ territoire }) => {
    if (!territoire) return [];
    const official = territoire.siren ? officialEpci(territoire.siren)?.communes : undefined;
    return [...(official ?? []), ...communeItems(territoire).map(({ code }) => code)];
  });
  const own = new Set(named);
  return (code) => own.has(code) || isRecorded(code);
}

export function reportTerritory(territory: Territory, isInEpci: IsInEpci, report: Reporter): void {
  const epci = territory.siren ? officialEpci(territory.siren) : undefined;
  if (territory.siren && !epci)
    report.warning(
      keyOf(territory, 'siren'),
      'aucun EPCI à fiscalité propre ne porte ce SIREN au 1er janvier de l’annuaire',
    );
  const seen = new Set<string>();
  for (const { item, code } of communeItems(territory)) {
    if (seen.has(code)) report.fault(item, 'commune déjà donnée : chacune est attendue une fois');
    seen.add(code);
    if (!reportUnknownCommune(item, code, isInEpci, report)) continue;
    if (epci && officialCommune(code)?.epci !== epci.siren)
      report.warning(item, `commune hors de l’EPCI ${epci.siren} (${epci.name}) dans l’annuaire officiel`);
  }
}

/** Reports a fault and returns false where the code is not that of a commune of France. */
export function reportUnknownCommune(node: JsonNode, found: string, isInEpci: IsInEpci, report: Reporter): boolean {
  const official = officialCommune(found);
  if (official && !official.abroad) return true;
  report.fault(node, `le code INSEE d’une commune de France est attendu${communeAdvice(found, isInEpci)}`);
  return false;
}

function communeItems({ node }: Territory): readonly { readonly item: JsonNode; readonly code: string }[] {
  const list = node.members.get('communes');
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [{ item, code: item.value }] : [],
  );
}
