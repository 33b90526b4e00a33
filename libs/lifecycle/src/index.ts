export { tellCrashes } from './crashes';
export { startProbeServer, type ProbeServer, type ProbeServerOptions } from './probe-server';
export { Readiness, type ReadinessReport, type ReadinessSources, type Unreadiness } from './readiness';
export { lifecycleSettings, type LifecycleSettings } from './settings';
export { Stopping, type StoppingOptions } from './stopping';
