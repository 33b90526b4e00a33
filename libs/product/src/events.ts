import { ACCOUNT_STREAMS } from '#accounts';
import { ALLOCATION_STREAMS } from '#allocation';
import { INDICATOR_STREAMS } from '#compliance';
import { CONVENTION_STREAM, THRESHOLD_STREAMS } from '#convention';
import { CEILING_STREAMS, CRITERIA_STREAMS, PROOF_RULE_STREAMS } from '#criteria';
import { STAGING_STREAMS, Upcasters, type StreamDefinition } from '#event-store';
import { FLOW_SHARE_STREAMS } from '#flow';
import { LIST_REMINDERS, NOTE_STREAMS, PRIORITY_LIST_STREAMS, SURVEY_REMINDERS, SURVEY_STREAMS } from '#fragility';
import { DEMO_STREAM, IMPORTS_STREAM } from '#imports';
import { READING_STREAMS } from '#readings';
import { OPERATION_STREAMS, REHOUSING_STREAMS } from '#rehousing';
import { TERRITORY_STREAMS } from '#territory';
import { TOKEN_STREAMS } from '#tokens';
import {
  APPLICATION_STREAMS,
  CLAIM_STREAMS,
  DUTY_STREAMS,
  LETTER_TEMPLATE_STREAMS,
  QPV_COMMISSION_STREAMS,
  SITTING_STREAMS,
  TASK_STREAMS,
  VACANCY_STREAMS,
} from '#vacancy';

/** Every kind of stream that an installation may contain. */
export const EVENT_DEFINITIONS: readonly StreamDefinition[] = [
  ...Object.values(TERRITORY_STREAMS),
  THRESHOLD_STREAMS,
  CEILING_STREAMS,
  SURVEY_STREAMS,
  NOTE_STREAMS,
  PRIORITY_LIST_STREAMS,
  SURVEY_REMINDERS,
  LIST_REMINDERS,
  OPERATION_STREAMS,
  REHOUSING_STREAMS,
  ALLOCATION_STREAMS,
  VACANCY_STREAMS,
  CLAIM_STREAMS,
  QPV_COMMISSION_STREAMS,
  SITTING_STREAMS,
  APPLICATION_STREAMS,
  CRITERIA_STREAMS,
  DUTY_STREAMS,
  TASK_STREAMS,
  READING_STREAMS,
  IMPORTS_STREAM,
  DEMO_STREAM,
  STAGING_STREAMS,
  CONVENTION_STREAM,
  INDICATOR_STREAMS,
  LETTER_TEMPLATE_STREAMS,
  PROOF_RULE_STREAMS,
  FLOW_SHARE_STREAMS,
  TOKEN_STREAMS,
  ACCOUNT_STREAMS,
];

/** How every event ever written is read today. Whatever opens a store needs it. */
export const UPCASTERS = Upcasters.of(EVENT_DEFINITIONS);
