import { temporaryEventStore } from '#event-store/testing';
import { pipelineContract } from './testing';

pipelineContract('SQLite', async () => {
  const { store, destroy } = temporaryEventStore();
  return { store, close: destroy };
});
