export { mailSettingOf, type MailAddress, type MailServer, type MailSetting } from './mail-setting';
export { startProbeServer, type ProbeServer, type ProbeServerOptions } from './probe-server';
export { logCrashes, runMain } from './process-errors';
export { Readiness, readinessOf, type ReadinessReport, type ReadinessSources, type Unreadiness } from './readiness';
export {
  lifecycleSettings,
  publicUrlOf,
  trustedProxiesOf,
  serviceSetting,
  type LifecycleSettings,
  type ServiceSetting,
} from './settings';
export { Stopping, type StoppingOptions } from './stopping';
export { runWorker, type WorkerOptions } from './worker';
