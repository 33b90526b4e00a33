export { ConventionModule } from './convention.module';
