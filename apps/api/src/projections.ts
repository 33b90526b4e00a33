import { complianceProjection } from '#compliance';
import { rehousingProjection } from '#rehousing';

/** Every projection of an installation. */
export const PROJECTIONS = [complianceProjection, rehousingProjection] as const;
