/* The table of transitions, written from process.md and from nothing else. */

export const LIVE = ['proposed', 'deferred', 'designated', 'allocated', 'offered', 'accepted'];
export const OPEN = ['declared', 'oriented', 'returned', 'designated', 'decided', 'offered', 'accepted'];

/** « From » of each verb about a vacancy. */
export const FROM_VACANCY: Readonly<Record<string, readonly string[]>> = {
  orientation: ['declared', 'returned', 'oriented'],
  return: ['oriented', 'designated'],
  candidates: ['oriented', 'designated'],
  'candidates by the State': ['declared', 'oriented', 'returned', 'designated'],
  commission: ['designated'],
  'commission/correction': ['decided', 'oriented', 'designated'],
  lease: ['accepted'],
  'lease/correction': ['let'],
  'lease/cancellation': ['let'],
  closing: ['declared', 'oriented', 'returned', 'designated', 'decided', 'offered'],
};

/** « From » of each verb about a candidate. */
export const FROM_CANDIDATE: Readonly<Record<string, readonly string[]>> = {
  facts: LIVE,
  opinion: ['proposed', 'deferred', 'designated'],
  withdrawal: LIVE,
  endorsement: ['proposed', 'deferred'],
  deferral: ['proposed', 'deferred'],
  condition: ['allocated', 'lapsed'],
  notice: ['notAllocated', 'inadmissible'],
  offer: ['allocated'],
  acceptance: ['offered', 'lapsed'],
  refusal: ['offered', 'lapsed', 'accepted'],
  'offer/correction': ['offered', 'accepted', 'declined', 'lapsed'],
};

/** Verbs whose « from » says more than a status: they need not be admitted wherever the table names it. */
export const CONDITIONAL = [
  'commission/correction',
  'condition',
  'notice',
  'acceptance',
  'refusal',
  'offer/correction',
];

/** The verb of each event, where a person asks for it. */
export const VERB_OF: Readonly<Record<string, string>> = {
  VacancyOriented: 'orientation',
  VacancyReoriented: 'orientation',
  VacancyReturned: 'return',
  CandidateProposed: 'candidates',
  CandidateDesignated: 'candidates',
  CommissionHeld: 'commission',
  CommissionCorrected: 'commission/correction',
  CandidateFactsCorrected: 'facts',
  OpinionGiven: 'opinion',
  CandidateWithdrawn: 'withdrawal',
  ProposalEndorsed: 'endorsement',
  DesignationDeferred: 'deferral',
  ConditionMet: 'condition',
  RefusalNotified: 'notice',
  OfferMade: 'offer',
  OfferAccepted: 'acceptance',
  OfferDeclined: 'refusal',
  OfferCorrected: 'offer/correction',
};

/** The verbs of landlords; the others are of whoever designates, or of the QPV commission. */
export const OF_LANDLORD = [
  'declaration',
  'orientation',
  'commission',
  'commission/correction',
  'condition',
  'notice',
  'offer',
  'acceptance',
  'refusal',
  'offer/correction',
  'lease',
  'lease/correction',
  'lease/cancellation',
  'closing',
];
export const OF_COMMISSIONERS = ['opinion', 'endorsement', 'deferral'];

/** The codes of process.md's table of refusals. */
export const REFUSALS = [
  'not-in-this-status',
  'vacancy-already-open',
  'residence-of-another-landlord',
  'first-occupancy-in-stock',
  'turn-not-returned',
  'holder-deadline-running',
  'oriented-to-another-holder',
  'substitution-not-open',
  'candidate-already-designated',
  'household-already-housed',
  'application-ended',
  'no-common-accord',
  'endorsement-needed',
  'three-applications-needed',
  'decision-incomplete',
  'quorum-not-reached',
  'votes-do-not-carry',
  'fragility-motive-not-admitted',
  'not-the-first-rank',
  'condition-not-lifted',
  'deadline-under-ten-days',
  'answer-after-deadline',
  'other-rank-offered',
  'lease-before-acceptance',
  'allocation-number-taken',
];
