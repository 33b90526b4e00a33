export * from './attempts';
export * from './builders';
export * from './circumstances';
export * from './story';
export { VacancyHistory } from './vacancy-history';
export { vacancyContract } from './recording-contract';
