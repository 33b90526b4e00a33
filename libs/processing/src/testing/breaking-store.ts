import type { Checkpoint, DocumentWrite, ModelDefinition, ReadModel, ReadStore } from '#read-store';

/** What happens to a commit: `keep` holds the documents that are written before the process dies, without a checkpoint. Null: all goes well. */
export type Breakdown = (documents: readonly DocumentWrite[]) => { readonly keep: readonly DocumentWrite[] } | null;

/** A read store without transactions whose writer can die in the middle of a commit. */
export function breakingStore(
  store: ReadStore,
  breakdown: Breakdown,
  readBreaks: () => boolean = () => false,
): ReadStore {
  const breaking = (model: ReadModel): ReadModel => ({
    definition: model.definition,
    generation: model.generation,
    get: async (collection, id) => {
      if (readBreaks()) throw new Error('the store does not answer');
      return model.get(collection, id);
    },
    getMany: (collection, ids) => model.getMany(collection, ids),
    find: (query) => model.find(query),
    count: (query) => model.count(query),
    countBy: (query, column) => model.countBy(query, column),
    checkpoint: () => model.checkpoint(),
    clear: () => model.clear(),
    commit: async (documents: readonly DocumentWrite[], checkpoint: Checkpoint | null) => {
      const broken = breakdown(documents);
      if (!broken) return model.commit(documents, checkpoint);
      await model.commit(broken.keep, null);
      throw new Error('the process died');
    },
  });
  return {
    active: async (definition: ModelDefinition) => breaking(await store.active(definition)),
    beside: async (definition: ModelDefinition) => breaking(await store.beside(definition)),
    activate: (model) => store.activate(model),
    versions: () => store.versions(),
    dropInactive: (name) => store.dropInactive(name),
    close: () => store.close(),
  };
}
