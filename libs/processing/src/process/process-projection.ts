import type { RecordedEvent } from '#event-store';
import type { Json } from '#kernel';
import type { CollectionDefinition, DocumentWrite, ModelDefinition } from '#read-store';
import { OutOfStep, type Batch, type Projection, type ProjectionRun } from '../projection';
import { EFFECTS, writesOf } from './effect-documents';
import type { ProcessManager, ProcessState } from './process-manager';

const STATE: CollectionDefinition = { name: 'state', columns: {}, indexes: [] };

type Kept = { readonly value: Json };

/** A process manager read as a projection is: its documents are what it knows, and the effects that it leaves to do. */
export function projectionOf(manager: ProcessManager): Projection {
  const { name, version, types } = manager;
  const model: ModelDefinition = { name, version, collections: [STATE, EFFECTS] };
  return { model, types, start: () => new ProcessRun(manager) };
}

class ProcessRun implements ProjectionRun {
  constructor(private readonly manager: ProcessManager) {}

  async apply(event: RecordedEvent, batch: Batch): Promise<void> {
    const effects = await this.manager.react(event, new StateAt(event, batch));
    for (const write of writesOf(this.manager.name, event, effects)) batch.put(write as unknown as DocumentWrite);
  }
}

/** What is known when an event is read. */
class StateAt implements ProcessState {
  private readonly own = new Map<string, Json>();

  constructor(
    private readonly event: RecordedEvent,
    private readonly batch: Batch,
  ) {}

  /** @throws OutOfStep where the document knows of this event or later ones, which only an unfinished commit leaves */
  async get<Value>(key: string): Promise<Value | null> {
    if (this.own.has(key)) return this.own.get(key) as Value;
    const document = await this.batch.get<Kept>(STATE.name, key);
    if (document && document.position >= this.event.position) throw new OutOfStep();
    return (document?.body.value ?? null) as Value | null;
  }

  put(key: string, value: Json): void {
    this.own.set(key, value);
    this.batch.put({ collection: STATE.name, id: key, position: this.event.position, body: { value } });
  }
}
