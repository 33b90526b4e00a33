import type { RecordedEvent } from '#event-store';
import type { Json, JsonObject } from '#kernel';

/** The ground of an event: the import or the request that recorded it, and a motive where there is one. */
export interface Ground {
  readonly kind: 'import' | 'request';
  /** The same for all the events of one import or request. */
  readonly correlationId: string;
  readonly causationId: string;
  /** The file whose row made the event. */
  readonly file: string | null;
  readonly motive: string | null;
}

/** An event that comes from a row of a file has the digest of that row. An event without a digest comes from a request. */
export function groundOf(event: RecordedEvent, file: string | undefined): Ground {
  const { correlationId, causationId, rowDigest } = event.metadata;
  const isImported = rowDigest !== undefined;
  return {
    kind: isImported ? 'import' : 'request',
    correlationId,
    causationId,
    file: isImported ? (file ?? null) : null,
    motive: motiveOf(event),
  };
}

function motiveOf({ type, data }: RecordedEvent): string | null {
  switch (type) {
    case 'FragilityNoted':
      return textOf(data['consensus']);
    case 'FragilityNoteCorrected':
      return textOf(changeTo(data, 'consensus'));
    case 'QuartileRevised':
      return `bornes de ressources de ${String(data['threshold'])}`;
    case 'HomeWorkRevised':
      return 'une commune a rejoint l’EPCI';
    default:
      return null;
  }
}

function changeTo(data: JsonObject, field: string): Json | undefined {
  const change = (data['changes'] as JsonObject | undefined)?.[field] as JsonObject | undefined;
  return change?.['to'];
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
