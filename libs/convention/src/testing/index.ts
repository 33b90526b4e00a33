import { day, type Json, type JsonObject } from '#kernel';
import type { AmendmentFacts, ConventionFacts, Objective } from '../convention';
import { DEFAULT_DELAYS, DEFAULT_RETENTION } from '../convention';

/** An objective of the law, as a file writes it. */
export function anObjectiveFile(changes: JsonObject = {}): JsonObject {
  return {
    code: 'LOI-25',
    nom: 'Hors QPV, un quart au moins au premier quartile ou au relogement',
    figure: 'Q1_REHOUSED_OUTSIDE_QPV',
    portee: { type: 'epci' },
    operateur: 'min',
    valeur: '25 %',
    periode: 'annee',
    origine: 'loi',
    source: 'CCH L441-1',
    date_debut: '2017-01-28',
    date_fin: null,
    ...changes,
  };
}

/** A small convention.json. */
export function aConventionFile(changes: JsonObject = {}): JsonObject {
  return {
    territoire: { siren: '200058782', nom: 'Saint-Quentin-en-Yvelines' },
    convention: {
      code: 'CIA-1',
      nom: 'Convention intercommunale d’attribution',
      date_adoption: '2025-01-28',
      date_debut: '2017-01-28',
      date_fin: '2031-01-27',
    },
    objectifs: [anObjectiveFile()],
    ...changes,
  };
}

export function anAmendmentFile(changes: JsonObject = {}): JsonObject {
  return { code: 'AV-1', nom: 'Avenant', date_adoption: '2026-01-15', date_effet: '2026-02-01', ...changes };
}

/** The text as an office would write it: indented, with one value on each line. */
export function conventionText(file: Json): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

export function anObjective(changes: Partial<Objective> = {}): Objective {
  return {
    code: 'LOI-25',
    name: 'Un quart',
    figure: 'Q1_REHOUSED_OUTSIDE_QPV',
    scope: { kind: 'epci', ids: null },
    actor: null,
    operator: 'min',
    measure: 'share',
    value: { numerator: 1, denominator: 4 },
    trajectory: null,
    period: 'year',
    origin: 'law',
    source: 'CCH L441-1',
    firstDay: day('2017-01-28'),
    lastDay: null,
    ...changes,
  };
}

export function aConvention(changes: Partial<ConventionFacts> = {}): ConventionFacts {
  return {
    territory: { siren: '200058782', name: 'Saint-Quentin-en-Yvelines', timeZone: 'Europe/Paris', communes: null },
    agreement: {
      code: 'CIA-1',
      name: 'Convention',
      opinionOn: null,
      adoptedOn: day('2025-01-28'),
      firstDay: day('2017-01-28'),
      lastDay: day('2031-01-27'),
    },
    sectors: [],
    publics: [],
    objectives: [anObjective()],
    essentialOccupations: [],
    priorityCategories: [],
    instances: [],
    dueDates: [],
    fragilityScale: null,
    delays: DEFAULT_DELAYS,
    retention: DEFAULT_RETENTION,
    ...changes,
  };
}

export function anAmendment(changes: Partial<AmendmentFacts> = {}): AmendmentFacts {
  return {
    code: 'AV-1',
    name: 'Avenant',
    adoptedOn: day('2026-01-15'),
    effectiveOn: day('2026-02-01'),
    territory: {},
    lastDay: null,
    objectives: [],
    withdrawnObjectives: [],
    sectors: [],
    publics: [],
    essentialOccupations: [],
    priorityCategories: [],
    instances: [],
    dueDates: [],
    fragilityScale: null,
    delays: {},
    retention: {},
    ...changes,
  };
}
