export * from './events';
export * from './final-note';
export * from './note-on';
export * from './statistical-note';
export * from './survey-scale';
