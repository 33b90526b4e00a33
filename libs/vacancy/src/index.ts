export * from './circumstances';
export * from './events';
export * from './french-holidays';
export * from './motives';
export * from './transitions';
export * from './vacancy';
export * from './words';
export * from './working-days';
