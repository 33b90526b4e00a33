import { EVERYTHING } from '#access';
import type { ClearEvent, Position } from '#event-store';
import { CodedError } from '#kernel';
import type { CollectionDefinition, DocumentWrite, ModelDefinition, ReadModel } from '#read-store';

/** An event that a projection could not apply. It never holds the data of the event. */
export type ParkedEvent = {
  readonly position: Position;
  readonly event: string;
  readonly type: string;
  readonly stream: string;
  readonly code: string;
  readonly message: string;
};

const PARKED: CollectionDefinition = { name: 'parked', columns: { position: 'text' }, indexes: [['position']] };

/** Read stores compare definitions by identity, so a model always gives the same extended model. */
const extended = new WeakMap<ModelDefinition, ModelDefinition>();

/**
 * The projection's model, with a collection for its parked events. The list of parked events belongs to one generation: a rebuild
 * begins with an empty list, which replaces the old one with the swap.
 * @throws CodedError `invalid-definition` where the projection has a collection of that name
 */
export function withParked(definition: ModelDefinition): ModelDefinition {
  const known = extended.get(definition);
  if (known) return known;
  if (definition.collections.some((collection) => collection.name === PARKED.name))
    throw new CodedError('invalid-definition', `${definition.name} has a collection called ${PARKED.name}`);
  const whole = { ...definition, collections: [...definition.collections, PARKED] };
  extended.set(definition, whole);
  return whole;
}

/** One document for each event: parking an event again changes nothing. */
export function parkedDocument(event: ClearEvent, error: unknown): DocumentWrite<ParkedEvent> {
  const { id, position, type, stream } = event;
  return {
    collection: PARKED.name,
    id,
    position,
    body: { position, event: id, type, stream, ...describeError(error) },
  };
}

export function countParked(model: ReadModel): Promise<number> {
  return model.count({ collection: PARKED.name, scope: EVERYTHING });
}

/** The first parked events, in the order of the history. */
export async function listParked(model: ReadModel, limit: number): Promise<readonly ParkedEvent[]> {
  const sort = [{ column: 'position', direction: 'asc' }] as const;
  const page = await model.find<ParkedEvent>({ collection: PARKED.name, scope: EVERYTHING, sort, limit });
  return page.documents.map((document) => document.body);
}

/** Keeps only messages that name nobody: those of coded errors and of type errors. A message of JSON.parse quotes what it read. */
export function describeError(error: unknown): { code: string; message: string } {
  if (error instanceof CodedError) return { code: error.code, message: error.message };
  if (error instanceof TypeError || error instanceof ReferenceError)
    return { code: 'unexpected', message: error.message };
  return { code: 'unexpected', message: error instanceof Error ? error.name : 'not an error' };
}
