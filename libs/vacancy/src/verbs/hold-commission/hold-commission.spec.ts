import { day, type Uuid } from '#kernel';
import type { CommissionFacts, Votes } from '../../events';
import {
  commission,
  commissionHeld,
  deferred,
  designated,
  endorsed,
  given,
  inadmissible,
  notAllocated,
  onCondition,
  PARTIES,
  proposed,
  ranked,
  STORY,
} from '../../testing';
import { holdCommission } from './hold-commission';

const decisions = [ranked('martin', 1), ranked('diallo', 2), notAllocated('nguyen')];

describe('a commission decides of every designated candidate at once', () => {
  it('allocates by rank, and refuses with a motive', () => {
    given(STORY.designated)
      .when(holdCommission, commission(decisions))
      .then(commissionHeld(decisions))
      .becomes('decided')
      .leaves('martin', 'allocated', { rank: 1, decidedOn: day('2026-03-19'), reason: null })
      .leaves('diallo', 'allocated', { rank: 2 })
      .leaves('nguyen', 'notAllocated', { rank: null, reason: 'equilibre' });
  });

  it('makes the only allocated the first without being given its rank', () => {
    const first = ranked('martin', 1, { decision: 'attribution' });
    given(STORY.designated)
      .when(holdCommission, commission([{ ...first, rank: null }, notAllocated('diallo'), inadmissible('nguyen')]))
      .then(commissionHeld([first, notAllocated('diallo'), inadmissible('nguyen')]))
      .leaves('martin', 'allocated', { rank: 1 })
      .leaves('nguyen', 'inadmissible', { reason: 'plafond' });
  });

  it('allocates under the condition of a document', () => {
    given(STORY.designated)
      .when(holdCommission, commission([onCondition('martin', 1), ranked('diallo', 2), notAllocated('nguyen')]))
      .leaves('martin', 'allocated', { condition: { document: 'ressources', due: day('2026-04-10'), metOn: null } });
  });

  it('leaves the vacancy to its holder where it refuses all', () => {
    given(STORY.designated)
      .when(holdCommission, commission([notAllocated('martin'), notAllocated('diallo'), notAllocated('nguyen')]))
      .thenAccepted()
      .becomes('oriented');
  });

  it('leaves out the candidates that are only proposed or deferred', () => {
    given(STORY.designated, proposed('petit'))
      .when(holdCommission, commission(decisions))
      .thenAccepted()
      .leaves('petit', 'proposed');
  });

  it('only while candidates are designated', () => {
    for (const stage of [
      'declared',
      'oriented',
      'returned',
      'decided',
      'offered',
      'accepted',
      'let',
      'closed',
    ] as const)
      given(STORY[stage])
        .when(holdCommission, commission(decisions))
        .thenRefused('not-in-this-status', { present: stage });
  });
});

describe('the body of a commission by itself', () => {
  const refused = (facts: Partial<CommissionFacts>, code: string, field: string): void => {
    given(STORY.designated).when(holdCommission, commission(decisions, facts)).thenRefused(code, { field });
  };

  it('has a day that has come', () => {
    refused({ on: day('2026-05-05') }, 'day-in-future', 'date_caleol');
    given(STORY.designated)
      .when(holdCommission, commission(decisions, { on: day('2026-05-04') }))
      .thenAccepted();
  });

  it('has motives of a refusal, each of its own list', () => {
    const field = 'decisions.0.motif';
    refused({ decisions: [notAllocated('martin', 'plafond')] }, 'value-not-admitted', field);
    refused({ decisions: [inadmissible('martin', 'equilibre')] }, 'value-not-admitted', field);
    refused({ decisions: [ranked('martin', 1, { motive: 'equilibre' })] }, 'value-not-admitted', field);
  });

  it('lets no document be due before the commission', () => {
    const field = 'decisions.0.delai_piece';
    refused({ decisions: [onCondition('martin', 1, '2026-03-18')] }, 'day-out-of-order', field);
    given(STORY.designated)
      .when(holdCommission, commission([onCondition('martin', 1, '2026-03-19'), ...decisions.slice(1)]))
      .thenAccepted();
  });

  it('counts nine votes at most, the mayor’s among them', () => {
    const votes = (facts: Partial<Votes>): Partial<CommissionFacts> => ({
      decisions: [ranked('martin', 1, { votes: { pour: 5, contre: 2, abstention: 2, maire: 'pour', ...facts } })],
    });
    const field = 'decisions.0.voix';
    refused(votes({ pour: 6 }), 'value-not-admitted', field);
    refused(votes({ contre: 0, maire: 'contre' }), 'value-not-admitted', field);
    refused(votes({ abstention: 0, maire: 'abstention' }), 'value-not-admitted', field);
  });
});

describe('three applications are examined', () => {
  const two = [...STORY.oriented, designated('martin'), designated('diallo')];
  const decided = [ranked('martin', 1), ranked('diallo', 2)];
  const withException = (facts: Partial<CommissionFacts>) =>
    given(two).when(holdCommission, commission(decided, facts));

  it('or an exception is named', () => {
    withException({}).thenRefused('three-applications-needed', { examined: 2, exception: null });
    withException({ exception: 'd331_25_1' }).thenAccepted();
  });

  it('too few applicants are attested', () => {
    withException({ exception: 'insuffisance', attested: null }).thenRefused('three-applications-needed');
    withException({ exception: 'insuffisance', attested: false }).thenRefused('three-applications-needed');
    withException({ exception: 'insuffisance', attested: true }).thenAccepted();
  });

  it('a DALO designation is among them', () => {
    withException({ exception: 'dalo' }).thenRefused('three-applications-needed');
    const dalo = [...STORY.oriented, designated('martin', { basis: 'dalo_prefet' }), designated('diallo')];
    given(dalo)
      .when(holdCommission, commission(decided, { exception: 'dalo' }))
      .thenAccepted();
    given(dalo)
      .when(holdCommission, commission([ranked('diallo', 1)], { exception: 'dalo' }))
      .thenRefused('three-applications-needed', { examined: 1 });
  });

  it('and one that is named twice counts once', () => {
    given(two)
      .when(holdCommission, commission([...decided, ranked('martin', 3)]))
      .thenRefused('three-applications-needed', { examined: 2 });
  });
});

describe('a decision is complete', () => {
  const incomplete = (...given_: CommissionFacts['decisions']): void => {
    given(STORY.designated, proposed('petit'))
      .when(holdCommission, commission(given_))
      .thenRefused('decision-incomplete');
  };

  it('where each designated candidate is decided once, and no other', () => {
    given(STORY.designated)
      .when(holdCommission, commission(decisions.slice(0, 2), { exception: 'd331_25_1' }))
      .thenRefused('decision-incomplete');
    incomplete(...decisions, ranked('martin', 3));
    incomplete(...decisions, { ...notAllocated('martin'), candidate: 'unknown' as Uuid });
    given(STORY.designated, { type: 'CandidateWithdrawn', data: { ...withdrawal, on: day('2026-03-10') } })
      .when(holdCommission, commission(decisions))
      .thenRefused('decision-incomplete');
  });

  const withdrawal = { candidate: decisions[0]!.candidate, motive: 'doublon', by: 'reservataire' } as const;

  it('where a refusal has its motive', () => {
    incomplete(ranked('martin', 1), ranked('diallo', 2), notAllocated('nguyen', null));
    incomplete(ranked('martin', 1), ranked('diallo', 2), inadmissible('nguyen', null));
  });

  it('where a condition has its document and its last day', () => {
    incomplete({ ...onCondition('martin', 1), document: null }, ...decisions.slice(1));
    incomplete({ ...onCondition('martin', 1), documentDue: null }, ...decisions.slice(1));
  });

  it('where ranks run 1, 2, 3…, and the refused have none', () => {
    incomplete(ranked('martin', 1), ranked('diallo', 3), notAllocated('nguyen'));
    incomplete(ranked('martin', 1), ranked('diallo', 1), notAllocated('nguyen'));
    incomplete(ranked('martin', 2), ranked('diallo', 3), notAllocated('nguyen'));
    incomplete({ ...ranked('martin', 1), rank: null }, ranked('diallo', 2), notAllocated('nguyen'));
    incomplete(ranked('martin', 1), ranked('diallo', 2), { ...notAllocated('nguyen'), rank: 3 });
    incomplete(ranked('martin', 1), ranked('diallo', 2, { decision: 'attribution' }), notAllocated('nguyen'));
    given(STORY.designated)
      .when(holdCommission, commission([ranked('nguyen', 3), ranked('martin', 1), ranked('diallo', 2)]))
      .thenAccepted();
  });
});

describe('votes and quorum', () => {
  it('a quorum holds where the landlord has set one', () => {
    const quorum = given(STORY.designated).where({ quorum: 4 });
    quorum.when(holdCommission, commission(decisions, { present: 3 })).thenRefused('quorum-not-reached', { quorum: 4 });
    quorum.when(holdCommission, commission(decisions)).thenRefused('quorum-not-reached', { members: null });
    quorum.when(holdCommission, commission(decisions, { present: 4 })).thenAccepted();
  });

  it.each<[string, Votes, boolean]>([
    ['more for than against', { pour: 4, contre: 3, abstention: 2, maire: 'contre' }, true],
    ['fewer for than against', { pour: 3, contre: 4, abstention: 0, maire: 'pour' }, false],
    ['as many, the mayor for', { pour: 3, contre: 3, abstention: 0, maire: 'pour' }, true],
    ['as many, the mayor against', { pour: 3, contre: 3, abstention: 0, maire: 'contre' }, false],
    ['as many, the mayor abstains', { pour: 3, contre: 3, abstention: 1, maire: 'abstention' }, false],
    ['as many, the mayor absent', { pour: 3, contre: 3, abstention: 0, maire: 'absent' }, false],
    ['none at all', { pour: 0, contre: 0, abstention: 0, maire: 'absent' }, false],
  ])('%s', (_title, votes, isCarried) => {
    const outcome = given(STORY.designated).when(
      holdCommission,
      commission([...decisions.slice(0, 2), { ...notAllocated('nguyen'), votes }]),
    );
    if (isCarried) outcome.thenAccepted();
    else outcome.thenRefused('votes-do-not-carry', { candidate: 'candidate-nguyen' });
  });
});

describe('the motive « fragilite »', () => {
  const fragile = commission([ranked('martin', 1), ranked('diallo', 2), notAllocated('nguyen', 'fragilite')]);

  it('is admitted only where the residence is on its landlord’s list on the day of the commission', () => {
    given(STORY.designated).when(holdCommission, fragile).thenRefused('fragility-motive-not-admitted');
    given(STORY.designated)
      .where({ isListedOn: (on) => on === '2026-03-19' })
      .when(holdCommission, fragile)
      .thenAccepted();
    given(STORY.designated)
      .where({ isListedOn: (on) => on !== '2026-03-19' })
      .when(holdCommission, fragile)
      .thenRefused('fragility-motive-not-admitted');
  });
});

describe('a commission and the endorsement before it', () => {
  const story = [...STORY.designated, proposed('petit')];

  it('does not examine a candidate that is only proposed or deferred', () => {
    const all = commission([...decisions, ranked('petit', 3)]);
    given(story).when(holdCommission, all).thenRefused('endorsement-needed');
    given(story, deferred('petit')).when(holdCommission, all).thenRefused('endorsement-needed');
    given(story, endorsed('petit')).when(holdCommission, all).thenAccepted();
  });

  it('does not come before the endorsement', () => {
    const all = commission([...decisions, ranked('petit', 3)], { on: day('2026-03-11') });
    given(story, endorsed('petit'))
      .when(holdCommission, all)
      .thenRefused('day-out-of-order', { field: 'date_caleol', notBefore: '2026-03-12' });
    given(story, endorsed('petit'))
      .when(holdCommission, { ...all, on: day('2026-03-12') })
      .thenAccepted();
  });
});

it('a commission is answered the first refusal, in the order of the contract, where several apply', () => {
  const story = [...STORY.oriented, proposed('martin'), ...endorsed('martin'), designated('diallo'), proposed('petit')];
  const votes: Votes = { pour: 1, contre: 2, abstention: 0, maire: 'absent' };
  const worst = commission([ranked('martin', 1, { votes }), notAllocated('petit', 'loyer')], { on: day('2026-05-05') });
  const former = { party: PARTIES.formerLandlord, quorum: 4 };

  given(STORY.let).where(former).when(holdCommission, worst).thenRefused('value-not-admitted');
  const petit = notAllocated('petit', 'fragilite');
  const named = [ranked('martin', 1, { votes }), petit];
  given(STORY.let)
    .where(former)
    .when(holdCommission, { ...worst, decisions: named })
    .thenRefused('day-in-future');
  const early = commission(named, { on: day('2026-03-01') });
  given(STORY.let).where(former).when(holdCommission, early).thenRefused('not-in-this-status');
  given(story).where(former).when(holdCommission, early).thenRefused('day-out-of-order');
  const here = given(story).where({ quorum: 4 });
  given(story).where(former).when(holdCommission, commission(named)).thenRefused('residence-of-another-landlord');
  here.when(holdCommission, commission(named)).thenRefused('endorsement-needed');
  const alone = commission([ranked('martin', 2, { votes })]);
  here.when(holdCommission, alone).thenRefused('three-applications-needed');
  const excused = { exception: 'd331_25_1' } as const;
  here.when(holdCommission, { ...alone, ...excused }).thenRefused('decision-incomplete');
  const whole = commission([ranked('martin', 1, { votes }), notAllocated('diallo', 'fragilite')], excused);
  here.when(holdCommission, whole).thenRefused('quorum-not-reached');
  given(story).when(holdCommission, whole).thenRefused('votes-do-not-carry');
  const carried = commission([ranked('martin', 1), notAllocated('diallo', 'fragilite')], excused);
  given(story).when(holdCommission, carried).thenRefused('fragility-motive-not-admitted');
});
