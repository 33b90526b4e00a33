import { complianceProjection } from '#compliance';
import { fragilityProjection } from '#fragility';
import { rehousingProjection } from '#rehousing';

/** Every projection of an installation. */
export const PROJECTIONS = [complianceProjection, rehousingProjection, fragilityProjection] as const;
