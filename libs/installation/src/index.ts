export { Installation } from './installation';
export type { Instruments } from './instruments';
export { InstallationModule } from './installation.module';
export { openInstallation, type InstallationOptions } from './open';
export {
  newServiceToken,
  publishedService,
  publishService,
  withdrawService,
  type RunningService,
} from './running-service';
