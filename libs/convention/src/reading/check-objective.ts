import { CONTINGENTS } from '#territory';
import type { JsonNode, Reporter } from '#shapes';
import { keyOf, reportReversed } from './check-lists';
import { isRehousingFigure, SINGLE_SCOPES, type ObjectiveScopeKind } from '../convention';
import { PUBLIC_FIGURE, WITH_VALUE, type EntitiesDraft, type ObjectiveDraft } from './objective-shape';

/** The figure by which the prefect judges a landlord: a share of 1 would never be reached by further allocations. */
const PREFECTS_FIGURE = 'Q1_REHOUSED_OUTSIDE_QPV';

/** Checks the rules of one objective that go beyond its form. `publics`: the codes of the publics of the file. */
export function checkObjective(draft: ObjectiveDraft, publics: ReadonlySet<string>, report: Reporter): void {
  checkValue(draft, report);
  checkRehousing(draft, report);
  reportReversed(draft, 'date_debut', 'date_fin', report);
  if (draft.portee) checkEntities(draft.portee, report);
  if (draft.acteur) checkEntities(draft.acteur, report);
  if (draft.acteur?.type && draft.acteur.type === draft.portee?.type)
    report.fault(keyOf(draft.acteur, 'type'), 'un acteur d’un autre type que la portée est attendu');
  if (draft.figure && PUBLIC_FIGURE.test(draft.figure) && !publics.has(draft.figure.slice(7).toLowerCase()))
    report.fault(keyOf(draft, 'figure'), 'le code d’un public de ce fichier, en capitales, est attendu après PUBLIC_');
}

function checkValue(draft: ObjectiveDraft, report: Reporter): void {
  const { operateur } = draft;
  if (operateur === undefined) return;
  const node = keyOf(draft, 'valeur');
  const given = VALUE_KEYS.filter((key) => isGiven(draft.node.members.get(key)));
  if (!WITH_VALUE.includes(operateur)) {
    for (const key of given)
      report.fault(keyOf(draft, key), `aucune valeur n’est attendue avec l’opérateur ${operateur}`);
    return;
  }
  if (given.length === 0) return report.fault(node, `une valeur est attendue avec l’opérateur ${operateur}`);
  if (given.length > 1)
    return report.fault(keyOf(draft, 'trajectoire'), 'une valeur ou une trajectoire est attendue, non les deux');
  if (draft.trajectoire) checkTrajectory(draft, draft.trajectoire, report);
  if (isPrefects(draft))
    for (const each of [draft, ...(draft.trajectoire ?? [])])
      if (each.valeur?.measure === 'share' && each.valeur.value.numerator === each.valeur.value.denominator)
        report.fault(keyOf(each, 'valeur'), 'moins de 100 % est attendu : le préfet juge chaque bailleur à cette part');
}

const VALUE_KEYS = ['valeur', 'trajectoire'] as const;

function checkTrajectory(
  draft: ObjectiveDraft,
  steps: NonNullable<ObjectiveDraft['trajectoire']>,
  report: Reporter,
): void {
  const years = steps.map(({ annee }) => annee);
  if (years.some((year, index) => index > 0 && (year ?? 0) <= (years[index - 1] ?? 0)))
    report.fault(keyOf(draft, 'trajectoire'), 'des années de plus en plus tardives sont attendues');
  const measures = new Set(steps.flatMap(({ valeur }) => valeur?.measure ?? []));
  if (measures.size > 1)
    report.fault(keyOf(draft, 'trajectoire'), 'des parts seules, ou des nombres seuls, sont attendus');
}

/** A figure of rehousing is about operations, and every other figure is about leases. */
function checkRehousing({ node, figure, portee, acteur }: ObjectiveDraft, report: Reporter): void {
  if (figure === undefined || !portee?.type) return;
  const type = keyOf(portee, 'type');
  if (!isRehousingFigure(figure)) {
    if (portee.type === 'operation')
      report.fault(type, 'une opération n’est attendue qu’avec un chiffre de relogement');
    return;
  }
  if (portee.type !== 'operation' && portee.type !== 'epci')
    report.fault(type, 'epci ou operation est attendu avec un chiffre de relogement');
  if (acteur) report.fault(keyOf({ node }, 'acteur'), 'aucun acteur n’est attendu avec un chiffre de relogement');
}

function isPrefects({ figure, operateur, portee, acteur }: ObjectiveDraft): boolean {
  return figure === PREFECTS_FIGURE && operateur === 'min' && portee?.type === 'bailleur' && !acteur;
}

function checkEntities(draft: EntitiesDraft, report: Reporter): void {
  checkPart(draft, report);
  const node = draft.node.members.get('identifiants');
  if (!isGiven(node) || node?.kind !== 'list') return;
  if (draft.type && SINGLE_SCOPES.includes(draft.type as ObjectiveScopeKind))
    return report.fault(node, 'aucun identifiant n’est attendu : il n’y a qu’un territoire');
  if (draft.type !== 'contingent') return;
  for (const item of node.items)
    if (item.kind === 'scalar' && typeof item.value === 'string' && !isContingent(item.value))
      report.fault(item, `l’un de ces contingents est attendu : ${CONTINGENTS.join(', ')}`);
}

function checkPart(draft: EntitiesDraft, report: Reporter): void {
  const isOfEpci = draft.type === 'contingent' && draft.identifiants?.join() === 'epci';
  if (draft.part && !isOfEpci)
    report.fault(keyOf(draft, 'part'), 'une part n’est attendue qu’avec le seul contingent epci');
}

function isContingent(word: string): boolean {
  return (CONTINGENTS as readonly string[]).includes(word);
}

function isGiven(node: JsonNode | undefined): boolean {
  return node !== undefined && !(node.kind === 'scalar' && node.value === null);
}
