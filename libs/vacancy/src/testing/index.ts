export * from './attempts';
export * from './builders';
export * from './circumstances';
export * from './story';
