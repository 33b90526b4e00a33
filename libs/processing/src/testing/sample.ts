import { EVERYTHING } from '#access';
import type { NewEvent, Position, RecordedEvent } from '#event-store';
import { exampleEvent } from '#event-store/testing';
import { CodedError, type JsonObject } from '#kernel';
import type { ModelDefinition, ReadModel, StoredDocument } from '#read-store';
import type { Batch, Projection, ProjectionRun } from '../projection';

const MODEL: ModelDefinition = {
  name: 'sample',
  version: 1,
  collections: [
    { name: 'lease', columns: { landlord: 'text' }, indexes: [] },
    { name: 'counter', columns: {}, indexes: [] },
  ],
};

interface Version {
  readonly landlord: string;
  readonly from: Position;
}

/** Keeps the versions of each lease in its document, and a counter for each landlord: a small example of what a real projection does. */
export const SAMPLE: Projection = { model: MODEL, types: ['LeasePlaced'], start: () => new SampleRun() };

class SampleRun implements ProjectionRun {
  async apply(event: RecordedEvent, batch: Batch): Promise<void> {
    const { lease, landlord, poison } = event.data as { lease: string; landlord: string; poison?: boolean };
    const before = await this.place(lease, landlord, event.position, batch);
    if (before !== landlord) {
      if (before) await this.count(before, -1, event.position, batch);
      await this.count(landlord, 1, event.position, batch);
    }
    if (poison) throw new CodedError('poison', 'this event cannot be applied', {});
  }

  /** The landlord before the event, read by position: the document may already hold later versions. */
  private async place(id: string, landlord: string, position: Position, batch: Batch): Promise<string | undefined> {
    const document = await batch.get<{ versions: Version[] }>('lease', id);
    const versions = document?.body.versions ?? [];
    if (!document || document.position < position) {
      const body = { landlord, versions: [...versions, { landlord, from: position }] };
      batch.put({ collection: 'lease', id, position, body });
    }
    return versions.findLast((version) => version.from < position)?.landlord;
  }

  private async count(id: string, change: number, position: Position, batch: Batch): Promise<void> {
    const document = await batch.get<{ leases: number }>('counter', id);
    if (document && document.position >= position) return;
    batch.put({ collection: 'counter', id, position, body: { leases: (document?.body.leases ?? 0) + change } });
  }
}

export function leasePlaced(lease: string, landlord: string, more: JsonObject = {}): NewEvent {
  return exampleEvent({ type: 'LeasePlaced', data: { lease, landlord, ...more } });
}

/** Every document of the model, with the parked events where the model has a collection for them. */
export async function contents(model: ReadModel): Promise<Record<string, readonly StoredDocument[]>> {
  const all: Record<string, readonly StoredDocument[]> = {};
  for (const { name } of model.definition.collections)
    all[name] = (await model.find({ collection: name, scope: EVERYTHING, limit: 10_000 })).documents;
  return all;
}
