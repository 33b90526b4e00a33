import { recordDemoPeople } from '#accounts';
import type { Installation } from '#installation';
import { endOfDay, systemClock, type Day } from '#kernel';
import { serviceSetting } from '#lifecycle';
import { issueFirstTokens, type IssuedToken } from '#tokens';
import { loadDemo } from '../demo/load-demo';
import { StagedClock } from '../demo/staged-clock';
import { openWriter } from '../session';
import { say } from '../terminal';
import { serve, type ServeOptions } from './serve';

export interface DemoOptions extends ServeOptions {
  readonly until?: Day;
}

export async function loadAndServe(options: DemoOptions): Promise<void> {
  const setting = serviceSetting('mixite-api', process.env);
  const clock = new StagedClock();
  const installation = await openWriter(options.data, setting.telemetry.instruments(), clock);
  let tokens: readonly IssuedToken[];
  try {
    await loadDemo(installation, clock, lastInstant(options.until));
    tokens = await waysIn(installation, clock);
  } catch (error) {
    await installation.close();
    throw error;
  }
  if (tokens.length === 0) say(ISSUED_BEFORE);
  await serve(installation, setting, { ...options, isDemo: true }, tokens);
}

const ISSUED_BEFORE =
  'Les jetons de la démonstration, pour les logiciels, ont été montrés à son premier démarrage ; « mixite token --role RÔLE --data DOSSIER » en délivre d’autres.';

/**
 * A fictitious person and a token for each role. They are recorded at the instant of the last event that is loaded: a later load goes on
 * after them. The tokens are valid from the present.
 */
async function waysIn(installation: Installation, clock: StagedClock): Promise<readonly IssuedToken[]> {
  const head = await installation.eventStore.head();
  clock.stayAt(head!.recordedAt);
  try {
    await recordDemoPeople(installation.pipelineStores);
    return await issueFirstTokens(installation, systemClock);
  } finally {
    clock.returnToPresent();
  }
}

/** Nothing is recorded after the present. */
function lastInstant(until: Day | undefined) {
  const now = systemClock.now();
  const asked = until === undefined ? now : endOfDay(until);
  return asked < now ? asked : now;
}
