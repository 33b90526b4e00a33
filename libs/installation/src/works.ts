import { once } from 'node:events';
import type { ChainWriter } from '#event-store';
import type { BackgroundWork, WorkOptions } from './background-work';
import type { Installation } from './installation';
import { projectionLease } from './catch-up';

/** Each projection is followed. */
export function projectionWorks({ engine }: Installation): readonly BackgroundWork[] {
  return engine.all().map((runner) => ({
    name: projectionLease(runner),
    run: ({ signal }, begun) => runner.followUntil(signal, begun),
  }));
}

/** The chain of a store that does not chain by itself is extended. */
export function chainWorks(installation: Installation, { onError }: WorkOptions): readonly BackgroundWork[] {
  const chain = installation.chainWriter({ onError });
  return chain ? [{ name: 'chain', run: ({ signal }, begun) => extendUntil(signal, chain, begun) }] : [];
}

/** Each process manager reads what is recorded, and its commands are sent. Whoever answers does not wait for it. */
export function processWorks(timeZone: (installation: Installation) => () => Promise<string>) {
  return (installation: Installation): readonly BackgroundWork[] =>
    installation.processes.map(({ runner, sender }) => ({
      name: `process:${runner.name}`,
      run: (held, begun) => {
        begun();
        return runner.run(held, { sender: sender(installation), timeZone: timeZone(installation) });
      },
    }));
}

async function extendUntil(signal: AbortSignal, chain: ChainWriter, begun: () => void): Promise<void> {
  chain.start();
  begun();
  if (!signal.aborted) await once(signal, 'abort');
  await chain.stop();
}
