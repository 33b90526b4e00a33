export { demoFiles } from './demo-files';
export { syntheticYear } from './synthetic/synthetic-year';
