export * from './ceilings/admission';
export * from './ceilings/ceiling';
export * from './ceilings/household-rank';
