import type { JsonObject } from '#kernel';
import { isEpciPart } from '#territory';
import type {
  AmendmentFacts,
  ConventionFacts,
  Delays,
  Entities,
  FragilityScale,
  Instance,
  Objective,
  Retention,
  Territory,
} from '../convention';
import {
  INDICATOR_WORDS,
  INSTANCE_PERIOD_WORDS,
  MOTIVE_LIST_WORDS,
  ORIGIN_WORDS,
  EPCI_PART_WORDS,
  PERIOD_WORDS,
  UNIT_WORDS,
  VOTER_WORDS,
  WHEN_WORDS,
  WORSE_WORDS,
  wordOf,
} from '../words';
import type { CommissionRules, Motive } from '../process-facts';
import { ALWAYS } from '../reading/texts';
import { valueText } from '../share-text';

/** A convention with the keys of convention.json. Each value is written in only one way; a scale left to the default is absent. */
export function conventionFile(facts: ConventionFacts): JsonObject {
  return {
    territoire: territory(facts.territory),
    convention: {
      code: facts.agreement.code,
      nom: facts.agreement.name,
      date_avis: facts.agreement.opinionOn,
      date_adoption: facts.agreement.adoptedOn,
      date_debut: facts.agreement.firstDay,
      date_fin: facts.agreement.lastDay,
    },
    ...lists(facts),
    objectifs: facts.objectives.map(objective),
    ...(facts.fragilityScale && { bareme_fragilite: fragilityScale(facts.fragilityScale) }),
    delais: delays(facts.delays),
    conservation: retention(facts.retention),
  };
}

/** An amendment with the same keys. It holds only what the amendment changes. */
export function amendmentFile(facts: AmendmentFacts): JsonObject {
  return {
    code: facts.code,
    nom: facts.name,
    date_adoption: facts.adoptedOn,
    date_effet: facts.effectiveOn,
    territoire: territory(facts.territory),
    ...(facts.lastDay && { date_fin: facts.lastDay }),
    objectifs: facts.objectives.map(objective),
    objectifs_retires: facts.withdrawnObjectives,
    ...lists(facts),
    ...(facts.fragilityScale && { bareme_fragilite: fragilityScale(facts.fragilityScale) }),
    delais: delays(facts.delays),
    conservation: retention(facts.retention),
  };
}

function territory({ siren, name, timeZone, communes }: Partial<Territory>): JsonObject {
  return {
    ...(siren !== undefined && { siren }),
    ...(name !== undefined && { nom: name }),
    ...(timeZone !== undefined && { fuseau_horaire: timeZone }),
    ...(communes && { communes }),
  };
}

function lists(facts: ConventionFacts | AmendmentFacts): JsonObject {
  return {
    secteurs: facts.sectors.map(({ code, name, commune }) => ({ code, nom: name, code_insee: commune })),
    publics: facts.publics.map(({ code, name, column, sensitive }) => ({
      code,
      nom: name,
      colonne: column,
      sensible: sensitive,
    })),
    professions_essentielles: facts.essentialOccupations.map(({ code, name }) => ({ code, nom: name })),
    categories_prioritaires: facts.priorityCategories.map(({ code, name, firstDay, lastDay }) => ({
      code,
      nom: name,
      date_debut: firstDay,
      date_fin: lastDay,
    })),
    instances: facts.instances.map(instance),
    echeances: facts.dueDates.map(({ code, name, days, everyMonths, source }) => ({
      code,
      nom: name,
      ...(days.length > 0 && { jours: days }),
      ...(everyMonths !== null && { tous_les_mois: everyMonths }),
      source,
    })),
    ...(facts.motives && { motifs: facts.motives.map(motive) }),
    ...(facts.commissions && { commissions: facts.commissions.map(commission) }),
  };
}

function motive({ code, name, lists: admitting, firstDay, lastDay }: Motive): JsonObject {
  const listes = admitting.map((one) => wordOf(MOTIVE_LIST_WORDS, one));
  return { code, nom: name, listes, date_debut: firstDay, date_fin: lastDay };
}

function commission({ code, quorum, voters }: CommissionRules): JsonObject {
  return { code, ...(quorum !== null && { quorum }), votants: voters.map((one) => wordOf(VOTER_WORDS, one)) };
}

function instance(facts: Instance): JsonObject {
  return {
    code: facts.code,
    nom: facts.name,
    portee: facts.scope,
    sur_demande: facts.onRequest,
    ...(facts.least !== null && { seances_min: facts.least }),
    ...(facts.most !== null && { seances_max: facts.most }),
    ...(facts.period && { periode: wordOf(INSTANCE_PERIOD_WORDS, facts.period) }),
    delais: facts.delays.map(({ name, length, unit, when, event }) => ({
      nom: name,
      duree: length,
      unite: wordOf(UNIT_WORDS, unit),
      sens: wordOf(WHEN_WORDS, when),
      evenement: event,
    })),
    source: facts.source,
  };
}

function objective(facts: Objective): JsonObject {
  return {
    code: facts.code,
    nom: facts.name,
    figure: facts.figure,
    portee: entities(facts.scope),
    ...(facts.actor && { acteur: entities(facts.actor) }),
    operateur: facts.operator,
    ...(facts.trajectory
      ? { trajectoire: facts.trajectory.map(({ year, value }) => ({ annee: year, valeur: valueText(facts, value) })) }
      : { valeur: facts.value && valueText(facts, facts.value) }),
    periode: wordOf(PERIOD_WORDS, facts.period),
    origine: wordOf(ORIGIN_WORDS, facts.origin),
    source: facts.source,
    date_debut: facts.firstDay ?? ALWAYS,
    date_fin: facts.lastDay,
  };
}

function entities({ kind, ids }: Entities): JsonObject {
  const part = ids?.find(isEpciPart);
  if (part) return { type: kind, identifiants: ['epci'], part: wordOf(EPCI_PART_WORDS, part) };
  return { type: kind, ...(ids && { identifiants: ids }) };
}

function fragilityScale(scale: FragilityScale): JsonObject {
  return {
    indicateurs: scale.indicators.map((of) => ({
      indicateur: wordOf(INDICATOR_WORDS, of.indicator),
      poids: of.weight,
      plus_fragile: wordOf(WORSE_WORDS, of.worseWhen),
      seuil_2: french(of.second),
      seuil_3: french(of.third),
    })),
    coupures: scale.cuts.map(cutText),
    taux_reponse_min: french(scale.leastResponseRate),
    logements_min: scale.leastDwellings,
  };
}

/** Hundredths as `1,25`, or `1,4` where the second decimal is zero. */
function cutText(cut: number): string {
  const decimals = String(cut % 100).padStart(2, '0');
  return `${Math.floor(cut / 100)},${decimals.endsWith('0') ? decimals[0] : decimals}`;
}

function delays({ offerAnswerDays, noteRenewalYears, residenceListYears, holderDays }: Partial<Delays>): JsonObject {
  return {
    ...(offerAnswerDays !== undefined && { reponse_offre_jours: offerAnswerDays }),
    ...(noteRenewalYears !== undefined && { renouvellement_notes_annees: noteRenewalYears }),
    ...(residenceListYears !== undefined && { liste_residences_annees: residenceListYears }),
    ...(holderDays !== undefined && { designation_jours: holderDays }),
  };
}

function retention({ monthsAfterApplication }: Partial<Retention>): JsonObject {
  return monthsAfterApplication === undefined ? {} : { apres_fin_demande_mois: monthsAfterApplication };
}

function french(decimal: string): string {
  return decimal.replace('.', ',');
}
