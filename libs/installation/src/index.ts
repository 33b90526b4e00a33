export { Installation } from './installation';
export { InstallationModule } from './installation.module';
export { reachHead } from './reach-head';
export { openInstallation, type InstallationOptions } from './open';
export {
  newServiceToken,
  publishedService,
  publishService,
  withdrawService,
  type RunningService,
} from './running-service';
