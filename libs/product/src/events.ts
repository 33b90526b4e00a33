import { ALLOCATION_STREAMS } from '#allocation';
import { READING_STREAMS } from '#audit';
import { CONVENTION_STREAM, THRESHOLD_STREAMS } from '#convention';
import { STAGING_STREAMS, Upcasters, type StreamDefinition } from '#event-store';
import { LIST_REMINDERS, NOTE_STREAMS, PRIORITY_LIST_STREAMS, SURVEY_REMINDERS, SURVEY_STREAMS } from '#fragility';
import { DEMO_STREAM, IMPORTS_STREAM } from '#imports';
import { OPERATION_STREAMS, REHOUSING_STREAMS } from '#rehousing';
import {
  COMMUNE_STREAMS,
  DISTRICT_STREAMS,
  DWELLING_STREAMS,
  HOLDER_STREAMS,
  LANDLORD_STREAMS,
  OWNERSHIP_STREAMS,
  RESIDENCE_STREAMS,
} from '#territory';

/** Every kind of stream that an installation may hold. */
export const EVENT_DEFINITIONS: readonly StreamDefinition[] = [
  COMMUNE_STREAMS,
  DISTRICT_STREAMS,
  LANDLORD_STREAMS,
  HOLDER_STREAMS,
  THRESHOLD_STREAMS,
  RESIDENCE_STREAMS,
  OWNERSHIP_STREAMS,
  DWELLING_STREAMS,
  SURVEY_STREAMS,
  NOTE_STREAMS,
  PRIORITY_LIST_STREAMS,
  SURVEY_REMINDERS,
  LIST_REMINDERS,
  OPERATION_STREAMS,
  REHOUSING_STREAMS,
  ALLOCATION_STREAMS,
  READING_STREAMS,
  IMPORTS_STREAM,
  DEMO_STREAM,
  STAGING_STREAMS,
  CONVENTION_STREAM,
];

/** How every event ever written is read today: what opens a store is given it. */
export const UPCASTERS = Upcasters.of(EVENT_DEFINITIONS);
