export { VacancyModule } from './vacancy.module';
