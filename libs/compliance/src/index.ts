export * from './figures/allocation-fact';
export * from './projections/model';
