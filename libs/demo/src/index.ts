export { demoFiles } from './demo-files';
