export { ReadVacancy, ReadVacancyHistory } from './queries/read-vacancy';
export { DeclareDwellingFree, RunVacancy, TryVacancy } from './recording/vacancy-commands';
export { VacancyModule } from './vacancy.module';
