import { complianceProjection } from '#compliance';
import { ConventionHistory, timeZoneOf } from '#convention';
import { flowProjection } from '#flow';
import { fragilityProjection, reminderSender, remindersProcess } from '#fragility';
import {
  chainWorks,
  openInstallation,
  processWorks,
  projectionWorks,
  type Installation,
  type InstallationOptions,
  type Instruments,
  type Place,
  type ProcessDefinition,
  type WorkSource,
} from '#installation';
import { rehousingProjection } from '#rehousing';
import type { Clock } from '#kernel';
import {
  consequencesProcess,
  consequenceSender,
  deadlinesProcess,
  lapseSender,
  refusalsProjection,
  sittingsProjection,
  vacancyProjection,
} from '#vacancy';
import { UPCASTERS } from './events';

/** Every projection of an installation. */
export const PROJECTIONS = [
  complianceProjection,
  rehousingProjection,
  fragilityProjection,
  vacancyProjection,
  sittingsProjection,
  refusalsProjection,
  flowProjection,
] as const;

/** Every process manager of an installation, each with what sends its commands. */
export const PROCESS_MANAGERS: readonly ProcessDefinition[] = [
  { manager: remindersProcess, sender: reminderSender },
  { manager: deadlinesProcess, sender: lapseSender },
  { manager: consequencesProcess, sender: consequenceSender },
];

/** All the background works of an installation. The service does them, or workers. */
export const BACKGROUND_WORKS: readonly WorkSource[] = [chainWorks, projectionWorks, processWorks(timeZone)];

/** Opens an installation with everything that the product consists of. @throws CodedError as `openInstallation` */
export function openProduct(
  place: Place,
  mode: InstallationOptions['mode'],
  instruments?: Instruments,
  clock?: Clock,
): Promise<Installation> {
  const parts = { upcasters: UPCASTERS, projections: PROJECTIONS, processes: PROCESS_MANAGERS };
  return openInstallation({ place, mode, instruments, clock, ...parts });
}

/** Reads the time zone of the territory from the latest convention. */
function timeZone({ eventStore }: Installation): () => Promise<string> {
  const convention = new ConventionHistory(eventStore);
  return async () => timeZoneOf(await convention.latest());
}
