import { ConventionHistory, timeZoneOf } from '#convention';
import { chainWorks, processWorks, projectionWorks, type Installation, type WorkSource } from '#installation';

/** All that goes on beside the answers of an installation: in the service, or in workers. */
export const BACKGROUND_WORKS: readonly WorkSource[] = [chainWorks, projectionWorks, processWorks(timeZone)];

/** The territory's, as its convention tells it now. */
function timeZone({ eventStore }: Installation): () => Promise<string> {
  const convention = new ConventionHistory(eventStore);
  return async () => timeZoneOf(await convention.latest());
}
