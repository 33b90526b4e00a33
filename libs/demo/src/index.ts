export { demoFiles } from './demo-files';
export { DEMO_BEGINS, DEMO_TERRITORY, demoStages, type DemoStage } from './stages';
export { syntheticYear } from './synthetic/synthetic-year';
