import { complianceProjection } from '#compliance';

/** Every projection of an installation. */
export const PROJECTIONS = [complianceProjection] as const;
