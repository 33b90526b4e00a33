import type { Data, Event } from './history';
import { LIVE } from './table';

const REFUSED: Readonly<Record<string, string>> = { non_attribution: 'notAllocated', irrecevabilite: 'inadmissible' };

/** A candidate, as the events of its vacancy tell it. */
export interface Candidate {
  readonly id: string;
  readonly household: string;
  readonly basis: string;
  readonly holder: string;
  status: string;
  rank: number | null;
  reason: string | null;
  condition: { readonly due: string; metOn: string | null } | null;
  decidedOn: string | null;
  endorsedOn: string | null;
  offer: { readonly notifiedOn: string; readonly lastDay: string } | null;
  answeredOn: string | null;
  lapsedBy: 'silence' | 'document' | null;
  notifiedOn: string | null;
  /** The offers and the commissions that the vacancy had when this candidate got its offer, or lapsed. */
  seen: readonly [offers: number, commissions: number];
}

/** A vacancy, told by its own events in their order. It is the simulation's own reading of process.md. */
export class Vacancy {
  standing = '';
  declared!: Event;
  holder: string | null = null;
  orientation: Event | null = null;
  readonly candidates = new Map<string, Candidate>();
  commission: Event | null = null;
  offers = 0;
  commissions = 0;
  offeredSince = false;
  lease: { readonly candidate: string; readonly allocation: string } | null = null;
  /** The status, and who had accepted, after the event of each revision. */
  readonly after: { readonly status: string; readonly accepted: string | undefined }[] = [];

  get status(): string {
    if (this.standing === 'let' || this.standing === 'closed') return this.standing;
    const has = (...statuses: readonly string[]) => this.all.some(({ status }) => statuses.includes(status));
    if (has('accepted')) return 'accepted';
    if (has('offered')) return 'offered';
    if (has('allocated')) return 'decided';
    return has('proposed', 'deferred', 'designated') ? 'designated' : this.standing;
  }

  get all(): readonly Candidate[] {
    return [...this.candidates.values()];
  }

  /** A household with two live designations, where there is one. */
  get designatedTwice(): string | undefined {
    const live = this.all.filter(({ status }) => LIVE.includes(status)).map(({ household }) => household);
    return live.find((household, index) => live.indexOf(household) !== index);
  }

  /** The candidate that the event is about. */
  about({ data }: Event): Candidate | undefined {
    return this.candidates.get(data.candidate);
  }

  evolve(event: Event): void {
    this.apply(event);
    this.after.push({ status: this.status, accepted: this.all.find(({ status }) => status === 'accepted')?.id });
  }

  private apply(event: Event): void {
    const { type, data } = event;
    if (type.startsWith('Vacancy')) return this.ofVacancy(event);
    if (type === 'CandidateProposed' || type === 'CandidateDesignated') return this.designated(event);
    if (type === 'CommissionHeld' || type === 'CommissionCorrected') return this.decided(event);
    this.step(this.about(event)!, type, data);
  }

  private ofVacancy(event: Event): void {
    const { type, data } = event;
    if (type === 'VacancyDeclared') [this.standing, this.declared] = ['declared', event];
    if (type === 'VacancyOriented' || type === 'VacancyReoriented')
      [this.standing, this.orientation, this.holder] = ['oriented', event, data.holder];
    if (type === 'VacancyReturned') this.standing = 'returned';
    if (type === 'VacancyClosed') this.standing = 'closed';
    if (type !== 'VacancyLet') return;
    this.standing = 'let';
    this.lease = { candidate: data.candidate, allocation: data.allocation };
    const signed = this.about(event)!;
    [signed.status, signed.reason] = ['signed', null];
  }

  private designated({ type, data }: Event): void {
    const isAllocated = data.basis === 'substitution' || data.basis === 'refus_dalo';
    const status = type === 'CandidateProposed' ? 'proposed' : isAllocated ? 'allocated' : 'designated';
    if (isAllocated) this.commissions += 1;
    const before = this.candidates.get(data.candidate);
    this.candidates.set(data.candidate, {
      condition: null,
      decidedOn: null,
      offer: null,
      answeredOn: null,
      lapsedBy: null,
      notifiedOn: null,
      endorsedOn: null,
      ...before,
      id: data.candidate,
      household: data.household,
      basis: data.basis,
      holder: data.holder,
      status,
      rank: isAllocated ? 1 : null,
      reason: null,
      seen: [this.offers, this.commissions],
    });
  }

  private decided(event: Event): void {
    const { type, data } = event;
    if (type === 'CommissionHeld') [this.commissions, this.offeredSince] = [this.commissions + 1, false];
    this.commission = event;
    for (const one of data.decisions) {
      const candidate = this.candidates.get(one.candidate)!;
      const status = REFUSED[one.decision] ?? 'allocated';
      const isToldAgain = status !== candidate.status || one.motive !== candidate.reason;
      const metOn = candidate.condition?.metOn ?? null;
      Object.assign(candidate, {
        notifiedOn: isToldAgain ? null : candidate.notifiedOn,
        status,
        rank: one.rank,
        reason: one.motive,
        condition: one.decision === 'attribution_sous_condition' ? { due: one.documentDue, metOn } : null,
        decidedOn: data.on,
        lapsedBy: null,
        seen: [this.offers, this.commissions],
      });
    }
  }

  private step(candidate: Candidate, type: string, data: Data): void {
    const to = (status: string, reason: string | null): void => void Object.assign(candidate, { status, reason });
    switch (type) {
      case 'CandidateWithdrawn':
        return to('withdrawn', data.motive);
      case 'ProposalEndorsed':
        return void Object.assign(candidate, { endorsedOn: data.on, reason: null });
      case 'DesignationDeferred':
        return to('deferred', data.motive);
      case 'ConditionMet':
        candidate.condition!.metOn = data.on;
        candidate.lapsedBy = null;
        return to('allocated', null);
      case 'ConditionLapsed':
        [candidate.lapsedBy, candidate.seen] = ['document', [this.offers, this.commissions]];
        return to('lapsed', 'dossier_incomplet');
      case 'RefusalNotified':
        candidate.notifiedOn = data.on;
        return;
      case 'OfferMade':
      case 'OfferCorrected':
        if (type === 'OfferMade') [this.offers, this.offeredSince] = [this.offers + 1, true];
        candidate.offer = { notifiedOn: data.notifiedOn, lastDay: data.lastDay };
        [candidate.lapsedBy, candidate.answeredOn, candidate.seen] = [null, null, [this.offers, this.commissions]];
        return to('offered', type === 'OfferCorrected' ? data.motive : null);
      case 'OfferAccepted':
        candidate.answeredOn = data.on;
        return to('accepted', null);
      case 'OfferDeclined':
        candidate.answeredOn = data.on;
        return to('declined', data.motive);
      case 'OfferLapsed':
        candidate.lapsedBy = 'silence';
        return to('lapsed', 'sans_reponse');
      case 'LapseCorrected':
        candidate.lapsedBy = null;
        return to('offered', null);
    }
  }
}
