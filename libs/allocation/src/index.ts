export * from './allocation';
export * from './events';
export * from './home-work';
export * from './quartile';
export * from './sealed-form';
export * from './verbs/record-lease';
export * from './verbs/revise-facts';
