export {
  beginBackgroundWork,
  catchUpInTurn,
  rebuildProjection,
  type BackgroundWork,
  type BackgroundWorkOptions,
} from './background-work';
export { Installation } from './installation';
export type { Instruments } from './instruments';
export { keysDatabaseOf, openBeside, openInstallation, type Beside, type InstallationOptions } from './open';
export { masterKeyFileOf, placeOf, usesFolder, type Place } from './place';
export { reachHead } from './reach-head';
export {
  newServiceToken,
  publishedService,
  publishService,
  withdrawService,
  type RunningService,
} from './running-service';
