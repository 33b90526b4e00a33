import { isRefusal, type Decision, type Json } from '#kernel';
import type { Circumstances } from '../circumstances';
import type { VacancyEvent } from '../events';
import type { OfCandidate } from '../of-candidate';
import { candidateOf, evolve, statusOf, type Candidate, type Vacancy } from '../vacancy';
import type { CandidateStatus, VacancyStatus } from '../words';
import { idOf, type Who } from './builders';
import { circumstances, type Otherwise } from './circumstances';

type Events = readonly (VacancyEvent | readonly VacancyEvent[])[];

/** The vacancy after these events. */
export function vacancyAfter(...events: Events): Vacancy {
  return events
    .flat()
    .reduce<Vacancy | undefined>((before, event) => evolve(before, event as VacancyEvent), undefined)!;
}

/** A story begins with what has happened: `given(STORY.offered).when(…).then(…)`. */
export function given(...events: Events): Given {
  return new Given(vacancyAfter(...events), {});
}

export class Given {
  constructor(
    private readonly vacancy: Vacancy,
    private readonly otherwise: Otherwise,
  ) {}

  /** The same vacancy, in other circumstances than on an ordinary day. */
  where(otherwise: Otherwise): Given {
    return new Given(this.vacancy, { ...this.otherwise, ...otherwise });
  }

  /** A verb about the vacancy. */
  when<Command>(
    verb: (command: Command, vacancy: Vacancy, at: Circumstances) => Decision<VacancyEvent>,
    command: Command,
  ): Outcome {
    return new Outcome(this.vacancy, verb(command, this.vacancy, circumstances(this.otherwise)));
  }

  /** A verb about one of its candidates. */
  whenFor<Command>(
    who: Who,
    verb: (command: Command, about: OfCandidate, at: Circumstances) => Decision<VacancyEvent>,
    command: Command,
  ): Outcome {
    const about = { vacancy: this.vacancy, candidate: candidateOf(this.vacancy, idOf(who))! };
    return new Outcome(this.vacancy, verb(command, about, circumstances(this.otherwise)));
  }

  /** The vacancy as it is, where nothing more is done. */
  get now(): Outcome {
    return new Outcome(this.vacancy, []);
  }
}

export class Outcome {
  constructor(
    private readonly before: Vacancy,
    private readonly decision: Decision<VacancyEvent>,
  ) {}

  /** These events and no others. */
  then(...events: Events): this {
    expect(this.decision).toEqual(events.flat());
    return this;
  }

  thenRefused(code: string, params: Readonly<Record<string, Json>> = {}): this {
    expect(this.decision).toMatchObject({ refused: true, code, params });
    return this;
  }

  thenAccepted(): this {
    expect(isRefusal(this.decision) ? this.decision : undefined).toBeUndefined();
    return this;
  }

  /** The status of the vacancy afterwards. */
  becomes(status: VacancyStatus): this {
    expect(statusOf(this.vacancy)).toBe(status);
    return this;
  }

  /** What the candidate is afterwards. */
  leaves(who: Who, status: CandidateStatus, more: Partial<Candidate> = {}): this {
    expect(candidateOf(this.vacancy, idOf(who))).toMatchObject({ status, ...more });
    return this;
  }

  /** The vacancy after the decision; unchanged where it is a refusal. */
  get vacancy(): Vacancy {
    return isRefusal(this.decision) ? this.before : this.decision.reduce<Vacancy>(evolve, this.before);
  }
}
