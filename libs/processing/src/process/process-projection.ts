import type { RecordedEvent } from '#event-store';
import type { Json } from '#kernel';
import type { CollectionDefinition, DocumentWrite, ModelDefinition } from '#read-store';
import { OutOfStep, type Batch, type Projection, type ProjectionRun } from '../projection';
import { EFFECTS, writesOf } from './effect-documents';
import type { ProcessManager, ProcessState } from './process-manager';

const STATE: CollectionDefinition = { name: 'state', columns: {}, indexes: [] };

type StateDocument = { readonly value: Json };

/** The projection that reads the events of a process manager. Its documents are the manager's state and its effects. */
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

/** The state before an event, with what the reaction to this event has put. */
class StateAt implements ProcessState {
  private readonly own = new Map<string, Json>();

  constructor(
    private readonly event: RecordedEvent,
    private readonly batch: Batch,
  ) {}

  /** @throws OutOfStep where this event or a later one wrote the document: only an unfinished commit leaves such a document */
  async get<Value>(key: string): Promise<Value | null> {
    if (this.own.has(key)) return this.own.get(key) as Value;
    const document = await this.batch.get<StateDocument>(STATE.name, key);
    if (document && document.position >= this.event.position) throw new OutOfStep();
    return (document?.body.value ?? null) as Value | null;
  }

  put(key: string, value: Json): void {
    this.own.set(key, value);
    this.batch.put({ collection: STATE.name, id: key, position: this.event.position, body: { value } });
  }
}
