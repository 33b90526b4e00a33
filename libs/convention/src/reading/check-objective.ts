import { CONTINGENTS } from '#territory';
import type { JsonNode, Reporter } from '#shapes';
import { keyOf, reportReversed } from './check-lists';
import { PUBLIC_FIGURE, WITH_VALUE, type EntitiesDraft, type ObjectiveDraft } from './objective-shape';

/** The figure by which the prefect judges a landlord: a share of 1 would never be reached by further allocations. */
const PREFECTS_FIGURE = 'Q1_REHOUSED_OUTSIDE_QPV';

/** Checks the rules of one objective that go beyond its form. `publics`: the codes of the publics of the file. */
export function checkObjective(draft: ObjectiveDraft, publics: ReadonlySet<string>, report: Reporter): void {
  checkValue(draft, report);
  reportReversed(draft, 'date_debut', 'date_fin', report);
  if (draft.portee) checkEntities(draft.portee, report);
  if (draft.acteur) checkEntities(draft.acteur, report);
  if (draft.acteur?.type && draft.acteur.type === draft.portee?.type)
    report.fault(keyOf(draft.acteur, 'type'), 'un acteur d’un autre type que la portée est attendu');
  if (draft.figure && PUBLIC_FIGURE.test(draft.figure) && !publics.has(draft.figure.slice(7).toLowerCase()))
    report.fault(keyOf(draft, 'figure'), 'le code d’un public de ce fichier, en capitales, est attendu après PUBLIC_');
}

function checkValue(draft: ObjectiveDraft, report: Reporter): void {
  const { operateur, valeur } = draft;
  if (operateur === undefined) return;
  const node = keyOf(draft, 'valeur');
  const given = isGiven(draft.node.members.get('valeur'));
  if (!WITH_VALUE.includes(operateur)) {
    if (given) report.fault(node, `aucune valeur n’est attendue avec l’opérateur ${operateur}`);
    return;
  }
  if (!given) return report.fault(node, `une valeur est attendue avec l’opérateur ${operateur}`);
  if (valeur && valeur.numerator === valeur.denominator && isPrefects(draft))
    report.fault(node, 'moins de 100 % est attendu : le préfet juge chaque bailleur à cette part');
}

function isPrefects({ figure, operateur, portee, acteur }: ObjectiveDraft): boolean {
  return figure === PREFECTS_FIGURE && operateur === 'min' && portee?.type === 'bailleur' && !acteur;
}

function checkEntities(draft: EntitiesDraft, report: Reporter): void {
  const node = draft.node.members.get('identifiants');
  if (!isGiven(node) || node?.kind !== 'list') return;
  if (draft.type === 'epci') return report.fault(node, 'aucun identifiant n’est attendu : il n’y a qu’un territoire');
  if (draft.type !== 'contingent') return;
  for (const item of node.items)
    if (item.kind === 'scalar' && typeof item.value === 'string' && !isContingent(item.value))
      report.fault(item, `l’un de ces contingents est attendu : ${CONTINGENTS.join(', ')}`);
}

function isContingent(word: string): boolean {
  return (CONTINGENTS as readonly string[]).includes(word);
}

function isGiven(node: JsonNode | undefined): boolean {
  return node !== undefined && !(node.kind === 'scalar' && node.value === null);
}
