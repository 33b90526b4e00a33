import type { JsonNode, Reporter } from '#shapes';
import type { IsInEpci } from '#territory';
import { communesOfTerritory, reportTerritory, reportUnknownCommune } from './check-communes';
import { checkScale, keyOf, reportRepeated, reportReversed } from './check-lists';
import { checkObjective } from './check-objective';
import { VOTERS } from '../process-facts';
import { mostVotes } from '../process-settings';
import type { AmendmentDraft, ConventionDraft } from './convention-shape';
import type { CommissionDraft } from './process-shape';

type Part = ConventionDraft | AmendmentDraft;

/**
 * Checks the rules of a convention that go beyond the form of its values. `reservedColumns`: the columns that
 * attributions.csv already has. `isInEpci`: the communes of the EPCI that are recorded.
 */
export function checkConvention(
  draft: ConventionDraft,
  { reservedColumns, isInEpci }: { readonly reservedColumns: readonly string[]; readonly isInEpci?: IsInEpci },
  report: Reporter,
): void {
  const amendments = draft.avenants ?? [];
  const publics = new Set(
    [draft, ...amendments].flatMap((part) => (part.publics ?? []).flatMap(({ code }) => code ?? [])),
  );
  const own = communesOfTerritory([draft, ...amendments], isInEpci);
  if (draft.convention) reportReversed(draft.convention, 'date_debut', 'date_fin', report);
  for (const part of [draft, ...amendments]) checkPart(part, { publics, reservedColumns, isInEpci: own }, report);
  reportRepeated(amendments, 'code', report);
  const codes = new Set((draft.objectifs ?? []).map(({ code }) => code));
  for (const amendment of amendments) {
    checkAmendment(amendment, draft, report);
    checkWithdrawn(amendment, codes, report);
    for (const { code } of amendment.objectifs ?? []) codes.add(code);
  }
  checkColumns(draft, amendments, report);
  checkCount(draft, amendments, report);
}

interface Known {
  readonly publics: ReadonlySet<string>;
  readonly reservedColumns: readonly string[];
  readonly isInEpci: IsInEpci;
}

function checkPart(part: Part, { publics, reservedColumns, isInEpci }: Known, report: Reporter): void {
  const { secteurs = [], publics: own = [], professions_essentielles = [], categories_prioritaires = [] } = part;
  const { instances = [], echeances = [], motifs = [], commissions = [] } = part;
  const coded = [secteurs, professions_essentielles, categories_prioritaires, instances, echeances];
  for (const items of [...coded, motifs, commissions]) reportRepeated(items, 'code', report);
  for (const dated of [...categories_prioritaires, ...motifs]) reportReversed(dated, 'date_debut', 'date_fin', report);
  for (const commission of commissions) checkQuorum(commission, report);
  reportRepeated(own, 'code', report);
  for (const each of own)
    if (reservedColumns.includes(each.colonne ?? each.code ?? ''))
      report.fault(
        keyOf(each, each.colonne ? 'colonne' : 'code'),
        'une colonne qu’attributions.csv n’a pas déjà est attendue',
      );
  for (const sector of secteurs)
    if (sector.code_insee) reportUnknownCommune(keyOf(sector, 'code_insee'), sector.code_insee, isInEpci, report);
  reportRepeated(part.objectifs ?? [], 'code', report);
  for (const objective of part.objectifs ?? []) {
    checkObjective(objective, publics, report);
    for (const { item, id } of idsOf(objective.portee, 'commune')) reportUnknownCommune(item, id, isInEpci, report);
  }
  if (part.bareme_fragilite) checkScale(part.bareme_fragilite, report);
  if (part.territoire) reportTerritory(part.territoire, isInEpci, report);
}

/** A quorum that those who vote cannot reach would let no commission decide. */
function checkQuorum(commission: CommissionDraft, report: Reporter): void {
  const { quorum, votants = VOTERS } = commission;
  const most = mostVotes([...new Set(votants)]);
  if (quorum !== undefined && quorum > most)
    report.fault(keyOf(commission, 'quorum'), `${most} au plus est attendu : les votants de cette commission`);
}

function checkAmendment(amendment: AmendmentDraft, { convention }: ConventionDraft, report: Reporter): void {
  const { date_effet: effect, date_fin: last } = amendment;
  const first = convention?.date_debut;
  if (first && effect && effect < first)
    report.fault(
      keyOf(amendment, 'date_effet'),
      `un jour à partir du ${first}, premier jour de la convention, est attendu`,
    );
  if (first && last && last < first)
    report.fault(
      keyOf(amendment, 'date_fin'),
      `un jour à partir du ${first}, premier jour de la convention, est attendu`,
    );
  for (const objective of amendment.objectifs ?? []) {
    const { date_debut: from, date_fin: to } = objective;
    if (!from && to && effect && to < effect)
      report.fault(keyOf(objective, 'date_fin'), `un jour à partir du ${effect} (date_effet) est attendu`);
  }
}

function checkWithdrawn(amendment: AmendmentDraft, codes: ReadonlySet<string | undefined>, report: Reporter): void {
  const node = amendment.node.members.get('objectifs_retires');
  if (node?.kind !== 'list') return;
  for (const item of node.items)
    if (item.kind === 'scalar' && typeof item.value === 'string' && !codes.has(item.value))
      report.fault(item, 'le code d’un objectif de la convention ou d’un avenant précédent est attendu');
}

/** Two publics with the same column would be the same public. */
function checkColumns(draft: ConventionDraft, amendments: readonly AmendmentDraft[], report: Reporter): void {
  const codes = new Map<string, string>();
  for (const each of [draft, ...amendments].flatMap(({ publics = [] }) => publics)) {
    const column = each.colonne ?? each.code;
    if (column === undefined || each.code === undefined) continue;
    const other = codes.get(column) ?? each.code;
    codes.set(column, other);
    if (other !== each.code) report.fault(keyOf(each, 'colonne'), `colonne déjà prise par le public ${other}`, column);
  }
}

/**
 * A list filtered by one public asks the store for every combination with the others: with more publics, there would be
 * too many combinations.
 */
const MOST_PUBLICS = 8;

function checkCount(draft: ConventionDraft, amendments: readonly AmendmentDraft[], report: Reporter): void {
  const codes = new Set<string>();
  for (const each of [draft, ...amendments].flatMap(({ publics = [] }) => publics)) {
    if (each.code === undefined || codes.has(each.code)) continue;
    codes.add(each.code);
    if (codes.size > MOST_PUBLICS)
      report.fault(keyOf(each, 'code'), `${MOST_PUBLICS} publics au plus sont attendus, avenants compris`, each.code);
  }
}

/** The ids of a scope, if the scope is of this kind. */
function idsOf(scope: { node: { members: ReadonlyMap<string, JsonNode> }; type?: string } | undefined, kind: string) {
  const node = scope?.type === kind ? scope.node.members.get('identifiants') : undefined;
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [{ item, id: item.value }] : [],
  );
}
