import type { RecordedEvent } from '#event-store';
import type { Json, JsonObject } from '#kernel';

/** On what an event stands: the import or the request that it belongs to, and a motive where one was given. */
export interface Ground {
  readonly kind: 'import' | 'request';
  /** The same for all that one import or request recorded. */
  readonly correlationId: string;
  readonly causationId: string;
  /** The file whose row made the event. */
  readonly file: string | null;
  readonly motive: string | null;
}

/** A row of a file leaves its digest; what nobody's row said was asked for. */
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
