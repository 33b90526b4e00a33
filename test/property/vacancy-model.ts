import { lastDayToAnswer, plus } from '../simulation/calendar';

/* A vacancy as process.md tells it, in the simplest form: what the recorded one is compared with. It imports nothing of the product. */

export interface ModelCandidate {
  readonly household: number;
  status: string;
  rank: number | null;
  /** The last day of a document that is awaited. */
  due: string | null;
  isMet: boolean;
  notifiedOn: string | null;
  lastDay: string | null;
  decidedOn: string | null;
  answeredOn: string | null;
  /** The day of the notice of a refusal. */
  toldOn: string | null;
  lapsedBy: 'silence' | 'document' | null;
  seenOffers: number;
  seenCommissions: number;
}

/** What a commission decides of one candidate. */
export interface ModelDecision {
  readonly candidate: number;
  readonly kind: 'rank' | 'condition' | 'refused' | 'inadmissible';
  readonly rank: number | null;
  readonly due: string | null;
}

/** A timer that acts, and the day that it is about. */
type Lapse = readonly [candidate: number, verb: 'offer lapses' | 'condition lapses', lastDay: string];

/** A refusal's code, or the status of the vacancy afterwards. */
export type Expected = { readonly refused: string } | { readonly status: string };

const LIVE = ['proposed', 'deferred', 'designated', 'allocated', 'offered', 'accepted'];
const refused = (code: string): Expected => ({ refused: code });

export class VacancyModel {
  standing = 'declared';
  holder: string | null = null;
  readonly candidates: ModelCandidate[] = [];
  examined: readonly number[] | null = null;
  offers = 0;
  commissions = 0;
  offeredSince = false;
  signed: number | null = null;

  constructor(public day: string) {}

  get status(): string {
    if (this.standing === 'let' || this.standing === 'closed') return this.standing;
    const has = (one: string): boolean => this.candidates.some(({ status }) => status === one);
    if (has('accepted')) return 'accepted';
    if (has('offered')) return 'offered';
    if (has('allocated')) return 'decided';
    return has('designated') ? 'designated' : this.standing;
  }

  /** The verbs about the vacancy that start now. */
  get admitted(): readonly string[] {
    const from: readonly (readonly [verb: string, statuses: string])[] = [
      ['orientation', 'declared returned oriented'],
      ['return', 'oriented designated'],
      ['candidates', 'oriented designated'],
      ['commission', 'designated'],
      ['commission/correction', this.examined && !this.offeredSince ? 'decided oriented designated' : ''],
      ['lease', 'accepted'],
      ['lease/correction', 'let'],
      ['lease/cancellation', 'let'],
      ['closing', 'declared oriented returned designated decided offered'],
    ];
    return from.filter(([, statuses]) => statuses.split(' ').includes(this.status)).map(([verb]) => verb);
  }

  /** The verbs about a candidate that start now. */
  admittedFor(one: ModelCandidate): readonly string[] {
    const { status, due, isMet, lapsedBy, toldOn } = one;
    const isOpen = this.standing !== 'let' && this.standing !== 'closed';
    const isAwaited = due !== null && !isMet;
    const bySilence = status !== 'lapsed' || lapsedBy === 'silence';
    const from: readonly (readonly [verb: string, starts: boolean])[] = [
      ['facts', LIVE.includes(status)],
      ['opinion', status === 'designated'],
      ['withdrawal', LIVE.includes(status)],
      ['condition', isAwaited && (status === 'allocated' || (status === 'lapsed' && lapsedBy === 'document'))],
      ['notice', (status === 'notAllocated' || status === 'inadmissible') && toldOn === null],
      ['offer', status === 'allocated'],
      ['acceptance', ['offered', 'lapsed'].includes(status) && bySilence],
      ['refusal', ['offered', 'lapsed', 'accepted'].includes(status) && bySilence],
      ['offer/correction', ['offered', 'accepted', 'declined', 'lapsed'].includes(status) && bySilence],
    ];
    return from.filter(([verb, starts]) => starts && (isOpen || verb === 'notice')).map(([verb]) => verb);
  }

  orient(holder: string, ground: string | null, forOneTurn: boolean): Expected {
    if (!this.admitted.includes('orientation')) return refused('not-in-this-status');
    if (this.status === 'oriented' && ground === null) return refused('value-not-admitted');
    if (forOneTurn && this.standing === 'returned' && holder !== this.holder) return refused('value-not-admitted');
    if (forOneTurn && this.standing !== 'returned') return refused('turn-not-returned');
    [this.standing, this.holder] = ['oriented', holder];
    return this;
  }

  giveBack(): Expected {
    if (!this.admitted.includes('return')) return refused('not-in-this-status');
    this.withdrawLive();
    this.standing = 'returned';
    return this;
  }

  designate(household: number): Expected {
    if (!this.admitted.includes('candidates')) return refused('not-in-this-status');
    if (this.isLive(household)) return refused('candidate-already-designated');
    this.candidates.push({
      household,
      status: 'designated',
      rank: null,
      due: null,
      isMet: false,
      notifiedOn: null,
      lastDay: null,
      decidedOn: null,
      answeredOn: null,
      toldOn: null,
      lapsedBy: null,
      seenOffers: this.offers,
      seenCommissions: this.commissions,
    });
    return this;
  }

  /** Those that a commission, or the correction of the last one, decides. */
  toDecide(isCorrection: boolean): readonly number[] {
    const of = (status: (one: string) => boolean): number[] =>
      this.candidates.flatMap((one, at) => (status(one.status) ? [at] : []));
    if (!isCorrection) return of((status) => status === 'designated');
    const kept = of((status) => status !== 'withdrawn');
    return (this.examined ?? []).filter((at) => kept.includes(at));
  }

  decide(decisions: readonly ModelDecision[], isExcused: boolean, isCorrection: boolean): Expected {
    if (!this.admitted.includes(isCorrection ? 'commission/correction' : 'commission'))
      return refused('not-in-this-status');
    const decided = decisions.map(({ candidate }) => candidate);
    if (decided.some((at) => (this.candidates[at]!.toldOn ?? this.day) < this.day)) return refused('day-out-of-order');
    const isRevived = decisions.some(({ candidate, rank }) => rank !== null && this.isLiveElsewhere(candidate));
    if (isCorrection && isRevived) return refused('candidate-already-designated');
    const examined = isCorrection ? this.examined! : decided;
    if (examined.length < 3 && !isExcused) return refused('three-applications-needed');
    const expected = this.toDecide(isCorrection);
    if (decided.length !== expected.length || !expected.every((at) => decided.includes(at)))
      return refused('decision-incomplete');
    if (!isCorrection) [this.commissions, this.offeredSince] = [this.commissions + 1, false];
    for (const one of decisions) this.decideOne(one);
    this.examined = decided;
    return this;
  }

  private decideOne({ candidate, kind, rank, due }: ModelDecision): void {
    const one = this.candidates[candidate]!;
    const status = { rank: 'allocated', condition: 'allocated', refused: 'notAllocated', inadmissible: 'inadmissible' }[
      kind
    ];
    if (kind === 'rank' || kind === 'condition' || status !== one.status) one.toldOn = null;
    Object.assign(one, { status, rank, decidedOn: this.day, lapsedBy: null });
    one.due = kind === 'condition' ? due : null;
    if (kind !== 'condition') one.isMet = false;
    [one.seenOffers, one.seenCommissions] = [this.offers, this.commissions];
  }

  meet(at: number, on: string): Expected {
    const one = this.candidates[at]!;
    if (!this.admittedFor(one).includes('condition')) return refused('not-in-this-status');
    if (on > one.due!) return refused('day-out-of-order');
    if (this.isLiveElsewhere(at)) return refused('candidate-already-designated');
    const isOvertaken = this.offers > one.seenOffers || this.commissions > one.seenCommissions;
    if (one.status === 'lapsed' && isOvertaken) return refused('other-rank-offered');
    Object.assign(one, { status: 'allocated', isMet: true, lapsedBy: null });
    return this;
  }

  offer(at: number, delay: number): Expected {
    const one = this.candidates[at]!;
    if (!this.admittedFor(one).includes('offer')) return refused('not-in-this-status');
    const isBefore = (other: ModelCandidate): boolean =>
      ['offered', 'accepted'].includes(other.status) || (other.status === 'allocated' && other.rank! < one.rank!);
    if (this.candidates.some(isBefore)) return refused('not-the-first-rank');
    if (one.due !== null && !one.isMet) return refused('condition-not-lifted');
    if (delay < 10) return refused('deadline-under-ten-days');
    [this.offers, this.offeredSince] = [this.offers + 1, true];
    Object.assign(one, { status: 'offered', notifiedOn: this.day, lastDay: lastDayToAnswer(this.day, delay) });
    Object.assign(one, {
      lapsedBy: null,
      answeredOn: null,
      seenOffers: this.offers,
      seenCommissions: this.commissions,
    });
    return this;
  }

  /** @param answer whether the household takes the dwelling */
  answer(at: number, on: string, answer: 'acceptance' | 'refusal'): Expected {
    const one = this.candidates[at]!;
    if (!this.admittedFor(one).includes(answer)) return refused('not-in-this-status');
    const isGivenUp = answer === 'refusal' && one.status === 'accepted';
    if (on < (isGivenUp ? one.answeredOn! : one.notifiedOn!)) return refused('day-out-of-order');
    if (answer === 'acceptance' && this.isLiveElsewhere(at)) return refused('candidate-already-designated');
    if (!isGivenUp && on > one.lastDay!) return refused('answer-after-deadline');
    if (!isGivenUp && one.seenOffers < this.offers) return refused('other-rank-offered');
    Object.assign(one, { status: answer === 'acceptance' ? 'accepted' : 'declined', answeredOn: on, lapsedBy: null });
    return this;
  }

  correctOffer(at: number): Expected {
    const one = this.candidates[at]!;
    if (!this.admittedFor(one).includes('offer/correction')) return refused('not-in-this-status');
    if (this.isLiveElsewhere(at)) return refused('candidate-already-designated');
    if (one.seenOffers < this.offers) return refused('other-rank-offered');
    Object.assign(one, { status: 'offered', lapsedBy: null, answeredOn: null });
    return this;
  }

  /** What only needs its status. */
  step(at: number, verb: 'opinion' | 'facts' | 'withdrawal' | 'notice'): Expected {
    const one = this.candidates[at]!;
    if (!this.admittedFor(one).includes(verb)) return refused('not-in-this-status');
    if (verb === 'withdrawal') one.status = 'withdrawn';
    if (verb === 'notice') one.toldOn = this.day;
    return this;
  }

  close(): Expected {
    if (!this.admitted.includes('closing')) return refused('not-in-this-status');
    this.withdrawLive();
    this.standing = 'closed';
    return this;
  }

  sign(on: string): Expected {
    if (!this.admitted.includes('lease')) return refused('not-in-this-status');
    const at = this.candidates.findIndex(({ status }) => status === 'accepted');
    if (on < this.candidates[at]!.answeredOn!) return refused('lease-before-acceptance');
    this.candidates[at]!.status = 'signed';
    this.withdrawLive();
    [this.standing, this.signed] = ['let', at];
    return this;
  }

  cancelLease(): Expected {
    if (!this.admitted.includes('lease/cancellation')) return refused('not-in-this-status');
    this.standing = 'closed';
    return this;
  }

  /** Days pass; the timers of what is past act. @returns the candidates that lapse, with the day that the timer is about */
  pass(days: number): readonly Lapse[] {
    this.day = plus(this.day, days);
    if (this.standing === 'let' || this.standing === 'closed') return [];
    return this.candidates.flatMap((one, at): readonly Lapse[] => {
      if (one.status === 'offered' && this.day > one.lastDay!) {
        Object.assign(one, { status: 'lapsed', lapsedBy: 'silence' });
        return [[at, 'offer lapses', one.lastDay!]];
      }
      if (one.status !== 'allocated' || one.due === null || one.isMet || this.day <= one.due) return [];
      Object.assign(one, { status: 'lapsed', lapsedBy: 'document' });
      [one.seenOffers, one.seenCommissions] = [this.offers, this.commissions];
      return [[at, 'condition lapses', one.due]];
    });
  }

  private isLive(household: number): boolean {
    return this.candidates.some((one) => one.household === household && LIVE.includes(one.status));
  }

  private isLiveElsewhere(at: number): boolean {
    const { household } = this.candidates[at]!;
    return this.candidates.some(
      (one, other) => other !== at && one.household === household && LIVE.includes(one.status),
    );
  }

  private withdrawLive(): void {
    for (const one of this.candidates) if (LIVE.includes(one.status)) one.status = 'withdrawn';
  }
}
