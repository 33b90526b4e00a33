import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal, type Decision } from '#kernel';
import {
  CANDIDATE_ATTEMPTS,
  candidacy,
  circumstances,
  closed,
  commissionHeld,
  conditionLapsed,
  declined,
  deferred,
  idOf,
  inadmissible,
  notAllocated,
  offerLapsed,
  PARTIES,
  proposed,
  ranked,
  STORY,
  VACANCY_ATTEMPTS,
  vacancyAfter,
  withdrawn,
} from './testing';
import {
  CANDIDATE_VERBS,
  FROM_FOR_STATE_ALLOCATION,
  VACANCY_VERBS,
  type CandidateVerb,
  type VacancyVerb,
} from './transitions';
import { candidateOf, statusOf, type Vacancy } from './vacancy';
import { CANDIDATE_STATUSES, LIVE_STATUSES, VACANCY_STATUSES, type CandidateStatus, type VacancyStatus } from './words';
import type { VacancyEvent } from './events';

const AT = circumstances({ party: PARTIES.administrator });
const VACANCY_VERB_NAMES = Object.keys(VACANCY_VERBS) as VacancyVerb[];
const CANDIDATE_VERB_NAMES = Object.keys(CANDIDATE_VERBS) as CandidateVerb[];
const OF_THE_TIMER: readonly CandidateVerb[] = ['condition lapses', 'offer lapses'];
/** Folders beside the vacancy, or above its rules. */
const OTHERS =
  /^(testing|http|queries|reading|recording|consequences|deadlines|applications|criteria|duties|figures|lease-changes|lists|papers|projections|qpv-commissions|designations|refusals|rows|sittings|tasks|vigilance)\b/;

/** Martin in each status, on a vacancy that is open but where he has signed. */
const MARTIN_AS: Readonly<Record<CandidateStatus, readonly VacancyEvent[]>> = {
  proposed: [...STORY.oriented, proposed('martin')],
  deferred: [...STORY.oriented, proposed('martin'), deferred('martin')],
  designated: STORY.designated,
  allocated: STORY.decided,
  notAllocated: [
    ...STORY.designated,
    commissionHeld([notAllocated('martin'), ranked('diallo', 1), ranked('nguyen', 2)]),
  ],
  inadmissible: [
    ...STORY.designated,
    commissionHeld([inadmissible('martin'), ranked('diallo', 1), ranked('nguyen', 2)]),
  ],
  offered: STORY.offered,
  accepted: STORY.accepted,
  declined: [...STORY.offered, declined('martin')],
  lapsed: [...STORY.offered, offerLapsed('martin')],
  signed: STORY.let,
  withdrawn: [...STORY.designated, withdrawn('martin', 'doublon')],
};

function martinOn(vacancy: Vacancy) {
  return { vacancy, candidate: candidateOf(vacancy, idOf('martin'))! };
}

function isNotInThisStatus(decision: Decision<VacancyEvent>): boolean {
  return isRefusal(decision) && decision.code === 'not-in-this-status';
}

describe('the stories of this spec', () => {
  it.each(VACANCY_STATUSES)('reach the vacancy’s status %s', (status) => {
    expect(statusOf(vacancyAfter(STORY[status]))).toBe(status);
  });

  it.each(CANDIDATE_STATUSES)('reach the candidate’s status %s', (status) => {
    expect(martinOn(vacancyAfter(MARTIN_AS[status])).candidate.status).toBe(status);
  });
});

describe('a verb about a vacancy', () => {
  /** The verbs that really start, each asked by itself. */
  const admittedOn = (vacancy: Vacancy): VacancyVerb[] =>
    VACANCY_VERB_NAMES.filter((verb) => !isNotInThisStatus(VACANCY_ATTEMPTS[verb](vacancy, AT)));

  const forbidden = VACANCY_VERB_NAMES.flatMap((verb) =>
    VACANCY_STATUSES.filter((status) => !(VACANCY_VERBS[verb] as readonly VacancyStatus[]).includes(status)).map(
      (status) => [verb, status] as const,
    ),
  );

  it.each(forbidden)('%s does not start from %s', (verb, status) => {
    const vacancy = vacancyAfter(STORY[status]);
    expect(VACANCY_ATTEMPTS[verb](vacancy, AT)).toEqual({
      refused: true,
      code: 'not-in-this-status',
      params: { present: status, admitted: admittedOn(vacancy) },
    });
  });

  const admitted = VACANCY_VERB_NAMES.flatMap((verb) => VACANCY_VERBS[verb].map((status) => [verb, status] as const));

  it.each(admitted.filter(([verb]) => verb !== 'commission/correction'))('%s starts from %s', (verb, status) => {
    expect(isNotInThisStatus(VACANCY_ATTEMPTS[verb](vacancyAfter(STORY[status]), AT))).toBe(false);
  });

  it('the correction of a commission starts from its three statuses once a commission was held', () => {
    const all = commissionHeld([notAllocated('martin'), notAllocated('diallo'), notAllocated('nguyen')]);
    const again = { type: 'CandidateDesignated', data: candidacy('petit') } as const;
    const stories = {
      decided: STORY.decided,
      oriented: [...STORY.designated, all],
      designated: [...STORY.designated, all, again],
    };
    for (const status of VACANCY_VERBS['commission/correction']) {
      const vacancy = vacancyAfter(stories[status]);
      expect(statusOf(vacancy)).toBe(status);
      expect(isNotInThisStatus(VACANCY_ATTEMPTS['commission/correction'](vacancy, AT))).toBe(false);
    }
  });
});

describe('a verb about a candidate', () => {
  const admittedOn = (vacancy: Vacancy): CandidateVerb[] =>
    CANDIDATE_VERB_NAMES.filter(
      (verb) => !OF_THE_TIMER.includes(verb) && !isNotInThisStatus(CANDIDATE_ATTEMPTS[verb](martinOn(vacancy), AT)),
    );

  const forbidden = CANDIDATE_VERB_NAMES.flatMap((verb) =>
    CANDIDATE_STATUSES.filter((status) => !(CANDIDATE_VERBS[verb] as readonly CandidateStatus[]).includes(status)).map(
      (status) => [verb, status] as const,
    ),
  );

  it.each(forbidden.filter(([verb]) => !OF_THE_TIMER.includes(verb)))('%s does not start from %s', (verb, status) => {
    const vacancy = vacancyAfter(MARTIN_AS[status]);
    expect(CANDIDATE_ATTEMPTS[verb](martinOn(vacancy), AT)).toEqual({
      refused: true,
      code: 'not-in-this-status',
      params: { present: status, admitted: admittedOn(vacancy) },
    });
  });

  it.each(forbidden.filter(([verb]) => OF_THE_TIMER.includes(verb)))('%s does nothing to %s', (verb, status) => {
    expect(CANDIDATE_ATTEMPTS[verb](martinOn(vacancyAfter(MARTIN_AS[status])), AT)).toEqual([]);
  });

  const admitted = CANDIDATE_VERB_NAMES.flatMap((verb) =>
    CANDIDATE_VERBS[verb].map((status) => [verb, status] as const),
  );

  it.each(admitted)('%s starts from %s', (verb, status) => {
    const byDocument = [...STORY.onCondition, conditionLapsed('martin')];
    const ofDocument: Partial<Record<CandidateStatus, readonly VacancyEvent[]>> = {
      allocated: STORY.onCondition,
      lapsed: byDocument,
    };
    const story = verb.startsWith('condition') ? ofDocument[status]! : MARTIN_AS[status];
    const decision = CANDIDATE_ATTEMPTS[verb](martinOn(vacancyAfter(story)), AT);
    expect(isNotInThisStatus(decision)).toBe(false);
    if (OF_THE_TIMER.includes(verb)) expect(decision).toHaveLength(1);
  });

  it.each(CANDIDATE_VERB_NAMES.filter((verb) => verb !== 'notice'))('%s starts on no closed vacancy', (verb) => {
    for (const status of CANDIDATE_VERBS[verb]) {
      const about = martinOn(vacancyAfter(MARTIN_AS[status], closed()));
      const decision = CANDIDATE_ATTEMPTS[verb](about, AT);
      if (OF_THE_TIMER.includes(verb)) expect(decision).toEqual([]);
      else expect(decision).toMatchObject({ code: 'not-in-this-status', params: { present: status } });
    }
  });
});

describe('no status is a dead end', () => {
  it('but closed: every other status of a vacancy has a verb that leads on', () => {
    const ends = VACANCY_STATUSES.filter(
      (status) =>
        !VACANCY_VERB_NAMES.some((verb) => (VACANCY_VERBS[verb] as readonly VacancyStatus[]).includes(status)),
    );
    expect(ends).toEqual(['closed']);
  });

  it('a live candidate can be withdrawn', () => {
    expect(CANDIDATE_VERBS.withdrawal).toEqual(LIVE_STATUSES);
  });
});

describe('docs/process.md', () => {
  const text = readFileSync(join(__dirname, '../../../docs/process.md'), 'utf8');

  /** The rows of the table under that heading: the first cell, then the codes of the second. */
  const table = (heading: string): Record<string, string[]> => {
    const section = text.split(/^## /m).find((one) => one.startsWith(heading))!;
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    return Object.fromEntries(
      rows.map((row) => {
        const [, first, second] = row.split('|').map((cell) => cell.trim());
        return [codesOf(first!)[0]!, codesOf(second!)];
      }),
    );
  };

  function codesOf(cell: string): string[] {
    return [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
  }

  it('prints from which status each verb about a vacancy starts', () => {
    const { 'candidates, by the State': byState, ...printed } = table('Verbs about a vacancy');
    expect(printed).toEqual(VACANCY_VERBS);
    expect(byState).toEqual(FROM_FOR_STATE_ALLOCATION);
  });

  it('prints from which status each verb about a candidate starts', () => {
    expect(table('Verbs about a candidate')).toEqual(CANDIDATE_VERBS);
  });

  it('names every status', () => {
    expect(Object.keys(table('Statuses of a vacancy'))).toEqual(VACANCY_STATUSES);
    expect(Object.keys(table('Statuses of a candidate'))).toEqual(CANDIDATE_STATUSES);
  });

  it('explains every refusal that a verb gives, and no other', () => {
    const src = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !OTHERS.test(name))
      .map((name) => readFileSync(join(__dirname, name), 'utf8'));
    const given = new Set(src.flatMap((file) => [...file.matchAll(/refuse\('([^']+)'/g)].map(([, code]) => code!)));
    const ofTheBody = ['value-not-admitted', 'day-in-future', 'day-out-of-order'];
    expect([...Object.keys(table('Refusals')), ...ofTheBody].sort()).toEqual([...given].sort());
  });
});
