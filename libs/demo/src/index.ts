export { demoFiles } from './demo-files';
export { DEMO_BEGINS, demoStages, type DemoStage } from './stages';
export { syntheticYear } from './synthetic/synthetic-year';
