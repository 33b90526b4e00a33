export * from './figures/allocation-fact';
export * from './figures/counters';
export * from './figures/figure';
export * from './projections/compliance-projection';
export { type EntityDocument, type EntityKind, type ResidenceState } from './projections/entities';
export * from './projections/model';
export * from './report';
export { type TerritoryName } from './report/report-groups';
