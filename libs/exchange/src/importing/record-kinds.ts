import type { RecordDefinition } from '#event-store';
import type { Day } from '#kernel';
import { firstDayOfPeriod, INDICATOR_STREAMS, type IndicatorFacts } from '#compliance';
import { THRESHOLD_STREAMS, type ThresholdFacts } from '#convention';
import { CEILING_STREAMS, PROOF_RULE_STREAMS, type CeilingFacts, type ProofRuleFacts } from '#criteria';
import { FLOW_SHARE_STREAMS, type FlowShareFacts } from '#flow';
import { NOTE_STREAMS, SURVEY_STREAMS, withRecordedFacts, type NoteFacts, type SurveyFacts } from '#fragility';
import { OPERATION_STREAMS, type OperationFacts } from '#rehousing';
import {
  COMMUNE_STREAMS,
  DISTRICT_STREAMS,
  DWELLING_STREAMS,
  HOLDER_STREAMS,
  LANDLORD_STREAMS,
  OWNERSHIP_STREAMS,
  RESIDENCE_STREAMS,
  type CommuneFacts,
  type DwellingFacts,
  type LandlordFacts,
  type OwnershipFacts,
  type PriorityDistrictFacts,
  type ReservationHolderFacts,
  type ResidenceFacts,
} from '#territory';
import { LETTER_TEMPLATE_STREAMS, type LetterTemplateFacts } from '#vacancy';

/** How the rows of a reference file become events. Each row is one record. */
export interface RecordKind<Facts extends object> {
  readonly streams: RecordDefinition<Facts, string, string>;
  /** The facts of the row, with recorded facts that no file can give and that still hold. */
  withRecordedFacts?(facts: Facts, known: Facts): Facts;
  /** The first day on which the fact holds, where it has one. */
  effectiveDay?(facts: Facts): Day | undefined;
}

/** Every file with one record for each row, except attributions.csv and relogements.csv, whose rows are about people. */
export interface ReferenceRows {
  readonly 'communes.csv': CommuneFacts;
  readonly 'qpv.csv': PriorityDistrictFacts;
  readonly 'bailleurs.csv': LandlordFacts;
  readonly 'reservataires.csv': ReservationHolderFacts;
  readonly 'seuils.csv': ThresholdFacts;
  readonly 'plafonds.csv': CeilingFacts;
  readonly 'residences.csv': ResidenceFacts;
  readonly 'proprietes.csv': OwnershipFacts;
  readonly 'logements.csv': DwellingFacts;
  readonly 'notes.csv': NoteFacts;
  readonly 'ops.csv': SurveyFacts;
  readonly 'operations.csv': OperationFacts;
  readonly 'indicateurs.csv': IndicatorFacts;
  readonly 'courriers.csv': LetterTemplateFacts;
  readonly 'justificatifs.csv': ProofRuleFacts;
  readonly 'flux.csv': FlowShareFacts;
}
export type ReferenceFile = keyof ReferenceRows;

/** The streams of the files that others refer to. The code of a row gives the name of its stream. */
export const REFERRED_STREAMS = {
  'communes.csv': COMMUNE_STREAMS,
  'qpv.csv': DISTRICT_STREAMS,
  'bailleurs.csv': LANDLORD_STREAMS,
  'reservataires.csv': HOLDER_STREAMS,
  'residences.csv': RESIDENCE_STREAMS,
  'operations.csv': OPERATION_STREAMS,
} as const;

export const RECORD_KINDS: { readonly [File in ReferenceFile]: RecordKind<ReferenceRows[File]> } = {
  'communes.csv': { streams: COMMUNE_STREAMS },
  'qpv.csv': { streams: DISTRICT_STREAMS, effectiveDay: ({ firstDay }) => firstDay },
  'bailleurs.csv': { streams: LANDLORD_STREAMS },
  'reservataires.csv': { streams: HOLDER_STREAMS },
  'seuils.csv': { streams: THRESHOLD_STREAMS, effectiveDay: ({ year }) => `${year}-01-01` as Day },
  'plafonds.csv': { streams: CEILING_STREAMS, effectiveDay: ({ year }) => `${year}-01-01` as Day },
  'residences.csv': { streams: RESIDENCE_STREAMS },
  'proprietes.csv': { streams: OWNERSHIP_STREAMS, effectiveDay: ({ from }) => from },
  'logements.csv': { streams: DWELLING_STREAMS },
  'notes.csv': { streams: NOTE_STREAMS, withRecordedFacts, effectiveDay: ({ from }) => from },
  'ops.csv': { streams: SURVEY_STREAMS, effectiveDay: ({ year }) => `${year}-01-01` as Day },
  'operations.csv': { streams: OPERATION_STREAMS, effectiveDay: ({ startsOn }) => startsOn },
  'indicateurs.csv': { streams: INDICATOR_STREAMS, effectiveDay: ({ period }) => firstDayOfPeriod(period) },
  'courriers.csv': { streams: LETTER_TEMPLATE_STREAMS, effectiveDay: ({ from }) => from },
  'justificatifs.csv': { streams: PROOF_RULE_STREAMS, effectiveDay: ({ from }) => from },
  'flux.csv': { streams: FLOW_SHARE_STREAMS, effectiveDay: ({ year }) => `${year}-01-01` as Day },
};
