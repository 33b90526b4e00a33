export { Installation } from './installation';
export { InstallationModule } from './installation.module';
