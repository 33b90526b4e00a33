/**
 * What the convention of 28 January 2025 prints about the fragility referential. The 300 noted residences are the 58 of Annex 1
 * and 242 that it does not name.
 */
export const REFERENTIAL = {
  notedResidences: 300,
  dwellings: 26_856,
  /** Dwellings of the residences of each note. */
  dwellingsByNote: { 1: 4_526, 2: 6_758, 3: 4_579, 4: 5_886, 5: 2_867 },
} as const;

/** What it prints about the allocations of 2023: signed leases. */
export const YEAR_2023 = {
  outsideQpv: { allocations: 1_178, firstQuartile: 110, firstQuartileOrRehoused: 142 },
  inQpv: { allocations: 467, firstQuartile: 64 },
  priority: 622,
} as const;
