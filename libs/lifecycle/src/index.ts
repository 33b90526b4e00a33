export { tellCrashes } from './crashes';
export { startProbeServer, type ProbeServer, type ProbeServerOptions } from './probe-server';
export { Readiness, readinessOf, type ReadinessReport, type ReadinessSources, type Unreadiness } from './readiness';
export { serviceSetting, type ServiceSetting } from './service-setting';
export { lifecycleSettings, type LifecycleSettings } from './settings';
export { Stopping, type StoppingOptions } from './stopping';
export { runWorker, type WorkerOptions } from './worker';
