import { ALLOCATION_STREAMS, unpackSealed } from '#allocation';
import { CRITERIA_STREAMS, type SealedCriterion } from '#criteria';
import type { EventOf, StreamDefinition } from '#event-store';
import { NOTE_STREAMS, PRIORITY_LIST_STREAMS, SURVEY_STREAMS } from '#fragility';
import type { Json } from '#kernel';
import { READING_STREAMS } from '#readings';
import { REHOUSING_STREAMS } from '#rehousing';
import { DWELLING_STREAMS, OWNERSHIP_STREAMS, RESIDENCE_STREAMS } from '#territory';
import { findingText } from '#vacancy';
import {
  ALLOCATION,
  CRITERION,
  DWELLING,
  NOTE,
  OWNERSHIP,
  PRIORITY_LIST,
  READING,
  REHOUSING,
  RESIDENCE,
  SEALED_ALLOCATION,
  SEALED_CRITERION,
  SEALED_READING,
  SEALED_REHOUSING,
  SURVEY,
  type FieldWords,
} from './fields';

/** The French words for one type of event: the name of the act, the thing that it is about, and the names of its facts. */
export interface ActWords {
  readonly act: string;
  /** The kind of thing. `streams` is absent for an event that has no words yet. */
  readonly thing: string;
  readonly streams?: StreamDefinition;
  /** The stream belongs to a row: its name has a code and a day or a year. */
  readonly isRow?: true;
  readonly fields: Readonly<Record<string, FieldWords>>;
  readonly sealed?: Readonly<Record<string, FieldWords>>;
  /** Turns the content of a sealed box into fields. Without it, the content is already in fields. */
  unpack?(box: Json): object;
  /** The file whose rows make the event, where there is such a file. */
  readonly file?: string;
}

type Thing = Omit<ActWords, 'act'>;

const RESIDENCES: Thing = { thing: 'résidence', streams: RESIDENCE_STREAMS, fields: RESIDENCE, file: 'residences.csv' };
const OWNERSHIPS: Thing = {
  thing: 'propriété de la résidence',
  streams: OWNERSHIP_STREAMS,
  isRow: true,
  fields: OWNERSHIP,
  file: 'proprietes.csv',
};
const NOTES: Thing = {
  thing: 'notes de la résidence',
  streams: NOTE_STREAMS,
  isRow: true,
  fields: NOTE,
  file: 'notes.csv',
};
const SURVEYS: Thing = {
  thing: 'enquête de la résidence',
  streams: SURVEY_STREAMS,
  isRow: true,
  fields: SURVEY,
  file: 'ops.csv',
};
const LISTS: Thing = {
  thing: 'liste du bailleur',
  streams: PRIORITY_LIST_STREAMS,
  isRow: true,
  fields: PRIORITY_LIST,
  file: 'listes.csv',
};
const DWELLINGS: Thing = { thing: 'logement', streams: DWELLING_STREAMS, fields: DWELLING, file: 'logements.csv' };
const ALLOCATIONS: Thing = {
  thing: 'attribution',
  streams: ALLOCATION_STREAMS,
  fields: ALLOCATION,
  sealed: SEALED_ALLOCATION,
  unpack: unpackSealed,
  file: 'attributions.csv',
};
const REHOUSINGS: Thing = {
  thing: 'relogement',
  streams: REHOUSING_STREAMS,
  fields: REHOUSING,
  sealed: SEALED_REHOUSING,
  file: 'relogements.csv',
};
const READINGS: Thing = {
  thing: 'consultations du',
  streams: READING_STREAMS,
  fields: READING,
  sealed: SEALED_READING,
};

const CRITERIA: Thing = {
  thing: 'critères de priorité du ménage',
  streams: CRITERIA_STREAMS,
  fields: CRITERION,
  sealed: SEALED_CRITERION,
  unpack: (box) => {
    const { criterion, proofs, ...found } = box as unknown as SealedCriterion;
    return { finding: findingText(criterion, found), proofs };
  },
};

/** The events that a dossier may contain. */
type DossierEvent = EventOf<
  | typeof RESIDENCE_STREAMS
  | typeof OWNERSHIP_STREAMS
  | typeof NOTE_STREAMS
  | typeof SURVEY_STREAMS
  | typeof PRIORITY_LIST_STREAMS
  | typeof DWELLING_STREAMS
  | typeof ALLOCATION_STREAMS
  | typeof REHOUSING_STREAMS
  | typeof CRITERIA_STREAMS
  | typeof READING_STREAMS
>['type'];

/** The words of each type of event that a dossier may contain. A type without words does not compile. */
const ACTS: Readonly<Record<DossierEvent, ActWords>> = {
  ResidenceDeclared: { act: 'Résidence enregistrée', ...RESIDENCES },
  ResidenceCorrected: { act: 'Résidence corrigée', ...RESIDENCES },
  OwnershipChanged: { act: 'Changement de propriétaire', ...OWNERSHIPS },
  OwnershipCorrected: { act: 'Changement de propriétaire corrigé', ...OWNERSHIPS },
  FragilityNoted: { act: 'Notes de fragilité données', ...NOTES },
  FragilityNoteCorrected: { act: 'Notes de fragilité corrigées', ...NOTES },
  ResidenceSurveyed: { act: 'Enquête OPS enregistrée', ...SURVEYS },
  ResidenceSurveyCorrected: { act: 'Enquête OPS corrigée', ...SURVEYS },
  PriorityListEstablished: { act: 'Liste des résidences à enjeu établie', ...LISTS },
  DwellingDeclared: { act: 'Logement enregistré', ...DWELLINGS },
  DwellingCorrected: { act: 'Logement corrigé', ...DWELLINGS },
  AllocationSigned: { act: 'Bail signé', ...ALLOCATIONS },
  AllocationCorrected: { act: 'Bail corrigé', ...ALLOCATIONS },
  AllocationCancelled: { act: 'Bail annulé : il n’a pas pris effet', ...ALLOCATIONS },
  QuartileRevised: { act: 'Quartile de ressources révisé', ...ALLOCATIONS, file: 'seuils.csv' },
  HomeWorkRevised: { act: 'Rapprochement domicile-travail révisé', ...ALLOCATIONS, file: 'communes.csv' },
  AllocationAbandoned: { act: 'Signature abandonnée : ce numéro est libre', ...ALLOCATIONS },
  HouseholdEnrolled: { act: 'Ménage à reloger inscrit', ...REHOUSINGS },
  HouseholdMovedTemporarily: { act: 'Ménage relogé temporairement', ...REHOUSINGS },
  RehousingCompleted: { act: 'Ménage relogé', ...REHOUSINGS },
  RehousingCorrected: { act: 'Relogement corrigé', ...REHOUSINGS },
  CriterionEstablished: { act: 'Critère de priorité établi', ...CRITERIA },
  CriterionWithdrawn: { act: 'Critère de priorité retiré', ...CRITERIA },
  NamedListRead: { act: 'Liste nominative consultée', ...READINGS },
};

/** The words for a type of event. For a type without words, the type itself and no fields. */
export function actOf(type: string): ActWords {
  if (Object.hasOwn(ACTS, type)) return ACTS[type as DossierEvent];
  return { act: `Événement « ${type} »`, thing: 'flux', fields: {} };
}
