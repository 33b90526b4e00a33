export { buildApi, startApi, type ApiOptions, type RunningApi } from './server';
export { runService, type ServiceOptions } from './service';
