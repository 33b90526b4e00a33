import { DEFAULT_TIME_ZONE, type Day } from '#kernel';
import {
  DEFAULT_DELAYS,
  DEFAULT_RETENTION,
  type AmendmentFacts,
  type ConventionFacts,
  type Delays,
  type DueDate,
  type Entities,
  type FragilityScale,
  type Instance,
  type Objective,
  type ObjectiveActorKind,
  type Retention,
  type Territory,
} from '../convention';
import { MOTIVE_LISTS, VOTERS, type CommissionRules, type Motive } from '../process-facts';
import type { RecordedConvention } from '../recorded-convention';
import type { AmendmentDraft, ConventionDraft } from './convention-shape';
import type { DueDateDraft, InstanceDraft } from './instance-shape';
import type { EntitiesDraft, ObjectiveDraft } from './objective-shape';
import type { CommissionDraft, MotiveDraft } from './process-shape';
import type { ScaleDraft } from './scale-shape';

/** The facts of a draft without faults: every required value is present. */
export function factsOf(draft: ConventionDraft): RecordedConvention {
  return { base: conventionOf(draft), amendments: (draft.avenants ?? []).map(amendmentOf) };
}

function conventionOf(draft: ConventionDraft): ConventionFacts {
  const { territoire, convention } = { territoire: draft.territoire!, convention: draft.convention! };
  const firstDay = convention.date_debut!;
  return {
    territory: {
      siren: territoire.siren ?? null,
      name: territoire.nom!,
      timeZone: territoire.fuseau_horaire ?? DEFAULT_TIME_ZONE,
      communes: territoire.communes ? sorted(territoire.communes) : null,
    },
    agreement: {
      code: convention.code!,
      name: convention.nom!,
      opinionOn: convention.date_avis ?? null,
      adoptedOn: convention.date_adoption ?? null,
      firstDay,
      lastDay: convention.date_fin ?? null,
    },
    ...listsOf(draft),
    objectives: draft.objectifs!.map((objective) => objectiveOf(objective, firstDay)),
    delays: { ...DEFAULT_DELAYS, ...delaysOf(draft) },
    retention: { ...DEFAULT_RETENTION, ...retentionOf(draft) },
  };
}

function amendmentOf(draft: AmendmentDraft): AmendmentFacts {
  const effectiveOn = draft.date_effet!;
  return {
    code: draft.code!,
    name: draft.nom!,
    adoptedOn: draft.date_adoption!,
    effectiveOn,
    territory: territoryChanges(draft),
    lastDay: draft.date_fin ?? null,
    objectives: (draft.objectifs ?? []).map((objective) => objectiveOf(objective, effectiveOn)),
    withdrawnObjectives: sorted(draft.objectifs_retires ?? []),
    ...listsOf(draft),
    delays: delaysOf(draft),
    retention: retentionOf(draft),
  };
}

function listsOf(draft: ConventionDraft | AmendmentDraft) {
  const { secteurs = [], publics = [], professions_essentielles = [], categories_prioritaires = [] } = draft;
  const named = (items: typeof professions_essentielles) => items.map(({ code, nom }) => ({ code: code!, name: nom! }));
  return {
    sectors: secteurs.map(({ code, nom, code_insee }) => ({ code: code!, name: nom!, commune: code_insee! })),
    publics: publics.map(({ code, nom, colonne, sensible }) => ({
      code: code!,
      name: nom!,
      column: colonne ?? code!,
      sensitive: sensible ?? false,
    })),
    essentialOccupations: named(professions_essentielles),
    priorityCategories: categories_prioritaires.map(({ code, nom, date_debut, date_fin }) => ({
      code: code!,
      name: nom!,
      firstDay: date_debut ?? null,
      lastDay: date_fin ?? null,
    })),
    instances: (draft.instances ?? []).map(instanceOf),
    dueDates: (draft.echeances ?? []).map(dueDateOf),
    fragilityScale: draft.bareme_fragilite?.indicateurs ? scaleOf(draft.bareme_fragilite) : null,
    ...(draft.motifs && draft.motifs.length > 0 && { motives: draft.motifs.map(motiveOf) }),
    ...(draft.commissions && draft.commissions.length > 0 && { commissions: draft.commissions.map(rulesOf) }),
  };
}

function motiveOf({ code, nom, listes, date_debut, date_fin }: MotiveDraft): Motive {
  const lists = MOTIVE_LISTS.filter((one) => listes!.includes(one));
  return { code: code!, name: nom!, lists, firstDay: date_debut ?? null, lastDay: date_fin ?? null };
}

function rulesOf({ code, quorum, votants }: CommissionDraft): CommissionRules {
  const voters = VOTERS.filter((one) => !votants || votants.includes(one));
  return { code: code!, quorum: quorum ?? null, voters };
}

function instanceOf(draft: InstanceDraft): Instance {
  return {
    code: draft.code!,
    name: draft.nom!,
    scope: draft.portee!,
    onRequest: draft.sur_demande ?? false,
    least: draft.seances_min ?? null,
    most: draft.seances_max ?? null,
    period: draft.periode ?? null,
    delays: (draft.delais ?? []).map(({ nom, duree, unite, sens, evenement }) => ({
      name: nom!,
      length: duree!,
      unit: unite!,
      when: sens!,
      event: evenement!,
    })),
    source: draft.source!,
  };
}

function dueDateOf({ code, nom, jours, tous_les_mois, source }: DueDateDraft): DueDate {
  return { code: code!, name: nom!, days: jours ?? [], everyMonths: tous_les_mois ?? null, source: source! };
}

function objectiveOf(draft: ObjectiveDraft, byDefault: Day): Objective {
  const { valeur, trajectoire } = draft;
  const values = (trajectoire ?? []).map(({ annee, valeur: of }) => ({ year: annee!, value: of!.value }));
  return {
    code: draft.code!,
    name: draft.nom!,
    figure: draft.figure!,
    scope: entitiesOf(draft.portee!),
    actor: draft.acteur ? (entitiesOf(draft.acteur) as Entities<ObjectiveActorKind>) : null,
    operator: draft.operateur!,
    measure: (valeur ?? trajectoire?.[0]?.valeur)?.measure ?? 'share',
    value: valeur?.value ?? null,
    trajectory: values.length > 0 ? values : null,
    period: draft.periode ?? 'year',
    origin: draft.origine!,
    source: draft.source!,
    firstDay: draft.date_debut === '' ? null : (draft.date_debut ?? byDefault),
    lastDay: draft.date_fin ?? null,
  };
}

function entitiesOf({ type, identifiants, part }: EntitiesDraft): Entities {
  if (part) return { kind: 'contingent', ids: [part] };
  return { kind: type as Entities['kind'], ids: identifiants ? sorted(identifiants) : null };
}

const DEFAULT_CUTS = [125, 175, 225, 275] as const;

function scaleOf(draft: ScaleDraft): FragilityScale {
  const [second, third, fourth, fifth] = draft.coupures ?? DEFAULT_CUTS;
  return {
    indicators: draft.indicateurs!.map((of) => ({
      indicator: of.indicateur!,
      weight: of.poids!,
      worseWhen: of.plus_fragile!,
      second: of.seuil_2!,
      third: of.seuil_3!,
    })),
    cuts: [second!, third!, fourth!, fifth!],
    leastResponseRate: draft.taux_reponse_min ?? '50',
    leastDwellings: draft.logements_min ?? 11,
  };
}

function territoryChanges({ territoire }: AmendmentDraft): Partial<Territory> {
  return known<Territory>({
    siren: territoire?.siren,
    name: territoire?.nom,
    timeZone: territoire?.fuseau_horaire,
    communes: territoire?.communes && sorted(territoire.communes),
  });
}

function delaysOf({ delais }: ConventionDraft | AmendmentDraft): Partial<Delays> {
  return known<Delays>({
    offerAnswerDays: delais?.reponse_offre_jours,
    noteRenewalYears: delais?.renouvellement_notes_annees,
    residenceListYears: delais?.liste_residences_annees,
    holderDays: delais?.designation_jours,
  });
}

function retentionOf({ conservation }: ConventionDraft | AmendmentDraft): Partial<Retention> {
  return known<Retention>({ monthsAfterApplication: conservation?.apres_fin_demande_mois });
}

/** Leaves out fields that are not given: an undefined field would hide the value that is already known. */
function known<Facts extends object>(facts: {
  readonly [Field in keyof Facts]: Facts[Field] | undefined;
}): Partial<Facts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<Facts>;
}

/** These lists are sets: their order has no meaning. */
function sorted(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort();
}
