export {
  BackgroundWorks,
  type BackgroundWork,
  type BackgroundWorkOptions,
  type WorkOptions,
  type WorkSource,
} from './background-work';
export { catchUpInTurn, rebuildProjection } from './catch-up';
export { Installation, type ProcessDefinition } from './installation';
export { keysDatabaseOf, openBeside, openInstallation, type Beside, type InstallationOptions } from './open';
export type { Instruments } from './parts';
export { masterKeyFileOf, placeOf, placeOfEnvironment, tokenKeyFileOf, usesFolder, type Place } from './place';
export { headAtLeast, reachHead, reachPosition } from './reach-head';
export {
  newServiceToken,
  publishedService,
  publishService,
  withdrawService,
  type RunningService,
} from './running-service';
export { chainWorks, processWorks, projectionWorks } from './works';
