import * as fc from 'fast-check';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { day, instantOf, isRefusal, type Day, type Refusal, type Uuid } from '#kernel';
import type { CandidateAct, RecordingBench, VacancyAct } from '#vacancy/testing';
import { VACANCY_STREAMS, vacancyAfter } from '#vacancy';
import { plus } from '../simulation/calendar';
import type { Expected, ModelDecision, VacancyModel } from './vacancy-model';

/* Random verbs on a model and on a recorded vacancy. Each is sent at any time: a refusal is compared as well as a step. */

/** The recorded vacancy, and what the model calls by numbers. */
export interface Recorded {
  readonly bench: RecordingBench;
  readonly vacancy: Uuid;
  readonly candidates: Uuid[];
  readonly households: ReturnType<RecordingBench['aHousehold']>[];
  /** Whatever happened, to be counted. */
  readonly seen: Set<string>;
}

type VacancyCommand = fc.AsyncCommand<VacancyModel, Recorded>;

/** What a command asks of the recorded vacancy, and what the model expects. */
interface Asked {
  readonly act: VacancyAct | CandidateAct;
  readonly expected: Expected;
  readonly at?: number;
}

/** @param number draws among choices; `wild` picks a candidate whatever its status is */
type Ask = (
  model: VacancyModel,
  recorded: Recorded,
  drawn: { readonly number: number; readonly wild: boolean },
) => Asked | undefined;

class Verb implements VacancyCommand {
  constructor(
    private readonly name: string,
    private readonly ask: Ask,
    readonly number: number,
    readonly wild: boolean,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: VacancyModel, recorded: Recorded): Promise<void> {
    const before = { vacancy: model.admitted, candidates: model.candidates.map((one) => model.admittedFor(one)) };
    const asked = this.ask(model, recorded, this);
    if (!asked) return;
    const { act, expected, at } = asked;
    const answer = await recorded.bench.act(recorded.vacancy, act);
    if (isRefusal(answer)) {
      recorded.seen.add(answer.code);
      expect([this.name, answer.code]).toEqual([this.name, 'refused' in expected ? expected.refused : expected.status]);
      if (answer.code === 'not-in-this-status')
        expectAdmitted(answer, at === undefined ? before.vacancy : before.candidates[at]!);
    } else {
      expect([this.name, answer.status]).toEqual([
        this.name,
        'refused' in expected ? expected.refused : expected.status,
      ]);
      if (act.verb === 'candidates') recorded.candidates.push(answer.candidate!);
    }
    await expectAsModel(model, recorded);
  }

  toString(): string {
    return `${this.name}(${this.number}${this.wild ? ', wild' : ''})`;
  }
}

function expectAdmitted({ params }: Refusal, admitted: readonly string[]): void {
  expect([...(params['admitted'] as readonly string[])].sort()).toEqual([...admitted].sort());
}

/** Days pass, and the timers act, each twice: the second time finds nothing to do. */
class Days implements VacancyCommand {
  constructor(private readonly days: number) {}

  check(): boolean {
    return true;
  }

  async run(model: VacancyModel, recorded: Recorded): Promise<void> {
    const { bench, vacancy, candidates } = recorded;
    const lapses = model.pass(this.days);
    bench.clock.set(`${model.day}T09:00:00Z`);
    const at = instantOf(Date.parse(`${model.day}T09:00:00Z`));
    for (const [one, verb, lastDay] of [...lapses, ...lapses]) {
      const act: CandidateAct = { verb, candidate: candidates[one]!, lastDay: day(lastDay), at };
      const answer = await bench.recorder.send(
        { vacancy, act },
        { actor: { ...INSTALLATION_ADMINISTRATOR, role: 'system' } },
      );
      expect(isRefusal(answer) ? answer.code : answer.status).toBe(model.status);
    }
    await expectAsModel(model, recorded);
  }

  toString(): string {
    return `days(${this.days})`;
  }
}

/** The vacancy and its candidates as their events tell them are those of the model. */
async function expectAsModel(model: VacancyModel, { bench, vacancy, candidates, seen }: Recorded): Promise<void> {
  const events = await bench.eventsOf(vacancy);
  const now = vacancyAfter(events.map((event) => VACANCY_STREAMS.read(event)))!;
  const told = now.candidates.map(({ id, status, rank, offer }) => [id, status, rank, offer?.lastDay ?? null]);
  expect(told).toEqual(
    model.candidates.map(({ status, rank, lastDay }, at) => [candidates[at], status, rank, lastDay]),
  );
  for (const { status } of model.candidates) seen.add(`candidate ${status}`);
  seen.add(`vacancy ${model.status}`);
}

/** A candidate for which the verb starts, where there is one; any other at times. */
function pick(
  model: VacancyModel,
  verb: string,
  { number, wild }: { readonly number: number; readonly wild: boolean },
): number | undefined {
  const all = model.candidates.map((_, at) => at);
  const fitting = all.filter((at) => model.admittedFor(model.candidates[at]!).includes(verb));
  const among = wild || fitting.length === 0 ? all : fitting;
  return among.length > 0 ? among[number % among.length] : undefined;
}

function aboutCandidate(
  verb: string,
  ask: (model: VacancyModel, at: number, number: number) => { readonly expected: Expected; readonly act: object },
): Ask {
  return (model, { candidates }, drawn) => {
    const at = pick(model, verb, drawn);
    if (at === undefined) return undefined;
    const { expected, act } = ask(model, at, drawn.number);
    return { act: { verb, candidate: candidates[at]!, ...act } as CandidateAct, expected, at };
  };
}

/** The day on which the household answers: mostly in time. */
function answerDay({ day: today, candidates }: VacancyModel, at: number, number: number): Day {
  const { lastDay, notifiedOn } = candidates[at]!;
  const days = [
    today,
    lastDay && lastDay < today ? lastDay : today,
    notifiedOn ?? today,
    plus(notifiedOn ?? today, -1),
  ];
  return day(days[[0, 0, 0, 1, 1, 2, 3][number % 7]!]!);
}

const answering = (verb: 'acceptance' | 'refusal'): Ask =>
  aboutCandidate(verb, (model, at, number) => {
    const on = answerDay(model, at, number);
    return {
      expected: model.answer(at, on, verb),
      act: { given: { on, ...(verb === 'refusal' && { motive: 'loyer' }) } },
    };
  });

const stepping = (verb: 'opinion' | 'withdrawal' | 'notice' | 'facts', act: (model: VacancyModel) => object): Ask =>
  aboutCandidate(verb, (model, at) => {
    const asked = act(model);
    return { expected: model.step(at, verb), act: asked };
  });

const deciding =
  (isCorrection: boolean): Ask =>
  (model, { candidates }, { number, wild }) => {
    const decisions = decisionsOn(model, { number, wild, isCorrection });
    const given = {
      on: day(model.day),
      sitting: null,
      present: 6,
      form: null,
      exception: number % 3 === 0 ? null : ('d331_25_1' as const),
      attested: null,
      decisions: decisions.map(({ candidate, kind, rank, due }) => ({
        candidate: candidates[candidate]!,
        decision: (
          {
            rank: 'attribution_rang',
            condition: 'attribution_sous_condition',
            refused: 'non_attribution',
            inadmissible: 'irrecevabilite',
          } as const
        )[kind],
        rank,
        motive: { rank: null, condition: null, refused: 'equilibre', inadmissible: 'plafond' }[kind],
        document: kind === 'condition' ? ('ressources' as const) : null,
        documentDue: due === null ? null : day(due),
        votes: null,
      })),
    };
    const expected = model.decide(decisions, given.exception !== null, isCorrection);
    return isCorrection
      ? { act: { verb: 'commission/correction', given: { ...given, motive: 'erreur' } }, expected }
      : { act: { verb: 'commission', given }, expected };
  };

/** Decisions of all that is to decide, in some order; a wild commission forgets one. */
function decisionsOn(
  model: VacancyModel,
  { number, wild, isCorrection }: { readonly number: number; readonly wild: boolean; readonly isCorrection: boolean },
): readonly ModelDecision[] {
  const all = model.toDecide(isCorrection);
  let rank = 0;
  return (wild ? all.slice(1) : all).map((candidate, index) => {
    const kind = (['rank', 'rank', 'condition', 'rank', 'refused', 'rank', 'inadmissible'] as const)[
      (number + index * 3) % 7
    ]!;
    const isRanked = kind === 'rank' || kind === 'condition';
    return {
      candidate,
      kind,
      rank: isRanked ? ++rank : null,
      due: kind === 'condition' ? plus(model.day, number % 5) : null,
    };
  });
}

const VERBS: Readonly<Record<string, readonly [weight: number, ask: Ask]>> = {
  orientation: [
    3,
    (model, _recorded, { number, wild }) => {
      const holder = number % 2 === 0 ? 'VILLE' : 'ETAT';
      const [ground, forOneTurn] = [number % 5 < 2 ? ('erreur' as const) : null, wild];
      const given = { holder, lastDay: null, forOneTurn, outsideFlow: null, delegatedTo: null, ground };
      return { act: { verb: 'orientation', given }, expected: model.orient(holder, ground, forOneTurn) };
    },
  ],
  return: [1, (model) => ({ act: { verb: 'return', given: { motive: 'sans_candidat' } }, expected: model.giveBack() })],
  candidates: [
    8,
    (model, { bench, households }, { number, wild }) => {
      const household = wild ? number % households.length : households.length;
      if (!wild) households.push(bench.aHousehold());
      return { act: bench.designation(households[household]!), expected: model.designate(household) };
    },
  ],
  commission: [5, deciding(false)],
  'commission/correction': [2, deciding(true)],
  condition: [
    3,
    aboutCandidate('condition', (model, at, number) => {
      const { due } = model.candidates[at]!;
      const on = day(number % 3 === 0 || due === null || due > model.day ? model.day : due);
      return { expected: model.meet(at, on), act: { given: { on } } };
    }),
  ],
  offer: [
    9,
    aboutCandidate('offer', (model, at, number) => {
      const delay = number % 3 === 0 ? 5 : 10 + (number % 4);
      return { expected: model.offer(at, delay), act: { given: { notifiedOn: day(model.day), delay } } };
    }),
  ],
  acceptance: [7, answering('acceptance')],
  refusal: [5, answering('refusal')],
  'offer/correction': [
    1,
    aboutCandidate('offer/correction', (model, at) => ({
      expected: model.correctOffer(at),
      act: { given: { notifiedOn: null } },
    })),
  ],
  withdrawal: [1, stepping('withdrawal', () => ({ given: { motive: 'injoignable', by: 'bailleur' } }))],
  opinion: [
    1,
    stepping('opinion', ({ day: on }) => ({ given: { on, by: 'commune', opinion: 'favorable', motive: null } })),
  ],
  notice: [2, stepping('notice', ({ day: on }) => ({ given: { on } }))],
  facts: [1, stepping('facts', () => ({ motive: 'erreur', changes: { dalo: true } }))],
  closing: [
    1,
    (model) => ({ act: { verb: 'closing', given: { on: day(model.day), motive: 'vente' } }, expected: model.close() }),
  ],
  lease: [
    4,
    (model, { vacancy }, { number, wild }) => {
      const on = day(wild ? plus(model.day, -30) : model.day);
      const given = { number: `BAIL-${vacancy}-${number}`, on };
      return { act: { verb: 'lease', given } as VacancyAct, expected: model.sign(on) };
    },
  ],
  'lease/cancellation': [
    1,
    (model) => ({
      act: { verb: 'lease/cancellation', given: { on: day(model.day), motive: 'erreur' } },
      expected: model.cancelLease(),
    }),
  ],
};

/** Sequences of verbs, and of days that pass. */
export function vacancyCommands(most: number): fc.Arbitrary<Iterable<VacancyCommand>> {
  const verbs = Object.entries(VERBS).flatMap(([name, [weight, ask]]) => {
    const drawn = fc.tuple(fc.nat(1_000), fc.integer({ min: 0, max: 6 }));
    const verb = drawn.map(([number, wild]) => new Verb(name, ask, number, wild === 0));
    return Array<fc.Arbitrary<VacancyCommand>>(weight).fill(verb);
  });
  const days = fc.integer({ min: 1, max: 25 }).map((count): VacancyCommand => new Days(count));
  return fc.commands([...verbs, days, days, days], { maxCommands: most, size: 'max' });
}
