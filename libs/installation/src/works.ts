import { once } from 'node:events';
import type { ChainWriter } from '#event-store';
import type { BackgroundWork, WorkOptions } from './background-work';
import type { Installation } from './installation';
import { projectionLease } from './catch-up';

/** One work for each projection: it follows the events for it. */
export function projectionWorks({ engine }: Installation): readonly BackgroundWork[] {
  return engine.all().map((runner) => ({
    name: projectionLease(runner),
    run: ({ signal }, begun) => runner.followUntil(signal, begun),
  }));
}

/** Extends the chain, where the store does not chain its events itself. */
export function chainWorks(installation: Installation, { onError }: WorkOptions): readonly BackgroundWork[] {
  const chain = installation.chainWriter({ onError });
  return chain ? [{ name: 'chain', run: ({ signal }, begun) => extendUntil(signal, chain, begun) }] : [];
}

/** One work for each process manager: it reads the events and sends its commands. It has begun at once: answers do not wait for it. */
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
