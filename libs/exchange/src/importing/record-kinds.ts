import type { Day, JsonObject } from '#kernel';
import type { ThresholdFacts } from '#convention';
import { noteStream, withUntold, type NoteFacts, type SurveyFacts } from '#fragility';
import { operationStream, type OperationFacts } from '#rehousing';
import type {
  CommuneFacts,
  DwellingFacts,
  LandlordFacts,
  OwnershipFacts,
  PriorityDistrictFacts,
  ReservationHolderFacts,
  ResidenceFacts,
} from '#territory';

/** How the rows of a reference file become events: one stream a row, declared once, then corrected. */
export interface RecordKind<Facts = JsonObject> {
  readonly declared: string;
  readonly corrected: string;
  stream(facts: Facts): string;
  /** The row with what a file cannot tell of it and that still stands. */
  withUntold?(facts: Facts, known: Facts): Facts;
  /** The day on which the fact holds, where it has one. */
  effectiveDay?(facts: Facts): Day | undefined;
}

/** Every file that holds one record a row, but attributions.csv and relogements.csv, whose rows are people's. */
export interface ReferenceRows {
  readonly 'communes.csv': CommuneFacts;
  readonly 'qpv.csv': PriorityDistrictFacts;
  readonly 'bailleurs.csv': LandlordFacts;
  readonly 'reservataires.csv': ReservationHolderFacts;
  readonly 'seuils.csv': ThresholdFacts;
  readonly 'residences.csv': ResidenceFacts;
  readonly 'proprietes.csv': OwnershipFacts;
  readonly 'logements.csv': DwellingFacts;
  readonly 'notes.csv': NoteFacts;
  readonly 'ops.csv': SurveyFacts;
  readonly 'operations.csv': OperationFacts;
}
export type ReferenceFile = keyof ReferenceRows;

/** The stream of the record with that key, by file: also how a reference to it is looked up. */
export const streamOf = {
  'communes.csv': (code: string) => `commune-${code}`,
  'qpv.csv': (code: string) => `district-${code}`,
  'bailleurs.csv': (code: string) => `landlord-${code}`,
  'reservataires.csv': (code: string) => `holder-${code}`,
  'residences.csv': (code: string) => `residence-${code}`,
  'operations.csv': operationStream,
} as const;

export const RECORD_KINDS: { readonly [File in ReferenceFile]: RecordKind<ReferenceRows[File]> } = {
  'communes.csv': {
    declared: 'CommuneDeclared',
    corrected: 'CommuneCorrected',
    stream: (facts) => streamOf['communes.csv'](facts.code),
  },
  'qpv.csv': {
    declared: 'PriorityDistrictDeclared',
    corrected: 'PriorityDistrictCorrected',
    stream: (facts) => streamOf['qpv.csv'](facts.code),
    effectiveDay: (facts) => facts.firstDay,
  },
  'bailleurs.csv': {
    declared: 'LandlordDeclared',
    corrected: 'LandlordCorrected',
    stream: (facts) => streamOf['bailleurs.csv'](facts.code),
  },
  'reservataires.csv': {
    declared: 'ReservationHolderDeclared',
    corrected: 'ReservationHolderCorrected',
    stream: (facts) => streamOf['reservataires.csv'](facts.code),
  },
  'seuils.csv': {
    declared: 'ThresholdSet',
    corrected: 'ThresholdCorrected',
    stream: (facts) => `threshold-${facts.year}`,
    effectiveDay: (facts) => `${facts.year}-01-01` as Day,
  },
  'residences.csv': {
    declared: 'ResidenceDeclared',
    corrected: 'ResidenceCorrected',
    stream: (facts) => streamOf['residences.csv'](facts.code),
  },
  'proprietes.csv': {
    declared: 'OwnershipChanged',
    corrected: 'OwnershipCorrected',
    stream: (facts) => `residence-ownership-${facts.residence}@${facts.from}`,
    effectiveDay: (facts) => facts.from,
  },
  'logements.csv': {
    declared: 'DwellingDeclared',
    corrected: 'DwellingCorrected',
    stream: (facts) => `dwelling-${facts.reference}`,
  },
  'notes.csv': {
    declared: 'FragilityNoted',
    corrected: 'FragilityNoteCorrected',
    stream: (facts) => noteStream(facts.residence, facts.from),
    withUntold,
    effectiveDay: (facts) => facts.from,
  },
  'ops.csv': {
    declared: 'ResidenceSurveyed',
    corrected: 'ResidenceSurveyCorrected',
    stream: (facts) => `fragility-survey-${facts.residence}@${facts.year}`,
    effectiveDay: (facts) => `${facts.year}-01-01` as Day,
  },
  'operations.csv': {
    declared: 'RehousingOperationOpened',
    corrected: 'RehousingOperationCorrected',
    stream: (facts) => streamOf['operations.csv'](facts.code),
    effectiveDay: (facts) => facts.startsOn,
  },
};
