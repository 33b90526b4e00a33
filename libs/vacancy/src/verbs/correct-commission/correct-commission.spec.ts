import { day, type Uuid } from '#kernel';
import type { CommissionFacts } from '../../events';
import {
  candidacy,
  commission,
  commissionCorrected,
  conditionLapsed,
  conditionMet,
  declined,
  designated,
  endorsed,
  given,
  HOLDERS,
  householdOf,
  notAllocated,
  offered,
  onCondition,
  PARTIES,
  proposed,
  ranked,
  refusalNotified,
  STORY,
  withdrawn,
  commissionHeld,
} from '../../testing';
import { correctCommission, type CorrectCommission } from './correct-commission';

const corrected = (
  decisions: CommissionFacts['decisions'],
  facts: Partial<CorrectCommission> = {},
): CorrectCommission => ({
  motive: 'erreur',
  ...commission(decisions, facts),
});

const reversed = [ranked('martin', 2), ranked('diallo', 1), notAllocated('nguyen')];

describe('a commission is corrected', () => {
  it('and decides anew all that it examined', () => {
    given(STORY.decided)
      .when(correctCommission, corrected(reversed))
      .then(commissionCorrected(reversed))
      .becomes('decided')
      .leaves('martin', 'allocated', { rank: 2 })
      .leaves('diallo', 'allocated', { rank: 1 });
  });

  it('but those withdrawn since; as many count as were examined then', () => {
    const story = given(STORY.decided, withdrawn('nguyen', 'doublon'), withdrawn('diallo', 'doublon'));
    story.when(correctCommission, corrected([ranked('martin', 1)])).thenAccepted();
    story.when(correctCommission, corrected(reversed)).thenRefused('decision-incomplete');
  });

  it('and still may name the DALO household withdrawn since', () => {
    const dalo = [...STORY.oriented, designated('martin', { basis: 'dalo_prefet' }), designated('diallo')];
    const held = commissionHeld([ranked('martin', 1), ranked('diallo', 2)], { exception: 'dalo' });
    given(dalo, held, withdrawn('martin', 'doublon'))
      .when(correctCommission, corrected([ranked('diallo', 1)], { exception: 'dalo' }))
      .thenAccepted();
  });

  it('where it refused all, also while others are designated', () => {
    const all = [notAllocated('martin'), notAllocated('diallo'), notAllocated('nguyen')];
    const story = [...STORY.designated, commissionHeld(all)];
    given(story).when(correctCommission, corrected(reversed)).thenAccepted().becomes('decided');
    given(story, designated('petit')).when(correctCommission, corrected(reversed)).thenAccepted().becomes('decided');
  });

  it('and a condition that was met stays met', () => {
    given(STORY.onCondition, conditionMet('martin'))
      .when(
        correctCommission,
        corrected([onCondition('martin', 1, '2026-04-15'), ranked('diallo', 2), notAllocated('nguyen')]),
      )
      .leaves('martin', 'allocated', {
        condition: { document: 'ressources', due: day('2026-04-15'), metOn: day('2026-03-30') },
      });
  });

  it('and gives a new delay to a candidate that lapsed for want of its document', () => {
    given(STORY.onCondition, conditionLapsed('martin'))
      .when(
        correctCommission,
        corrected([onCondition('martin', 1, '2026-05-15'), ranked('diallo', 2), notAllocated('nguyen')]),
      )
      .leaves('martin', 'allocated', { lapsedBy: null, reason: null });
  });

  it('and the notice of a refusal stays where refusal and reason do', () => {
    const story = given(STORY.decided, refusalNotified('nguyen'));
    story
      .when(correctCommission, corrected(reversed))
      .leaves('nguyen', 'notAllocated', { refusalNotifiedOn: day('2026-03-24') });
    story
      .when(correctCommission, corrected([...reversed.slice(0, 2), notAllocated('nguyen', 'taux_effort')]))
      .leaves('nguyen', 'notAllocated', { refusalNotifiedOn: null });
    story
      .when(correctCommission, corrected([...reversed.slice(0, 2), ranked('nguyen', 3)]))
      .leaves('nguyen', 'allocated', { refusalNotifiedOn: null });
  });

  it('neither before an endorsement nor after the notice of a refusal', () => {
    const story = [...STORY.designated, proposed('petit'), ...endorsed('petit')];
    const decisions = [...reversed, ranked('petit', 3)];
    given(story, commissionHeld(decisions))
      .when(correctCommission, corrected(decisions, { on: day('2026-03-11') }))
      .thenRefused('day-out-of-order', { field: 'date_caleol', notBefore: '2026-03-12' });
    given(STORY.decided, refusalNotified('nguyen'))
      .when(correctCommission, corrected(reversed, { on: day('2026-03-25') }))
      .thenRefused('day-out-of-order', { field: 'date_caleol', notAfter: '2026-03-24' });
  });

  it('not once an offer was made, whatever became of it', () => {
    for (const since of [[], [declined('martin')], [withdrawn('martin', 'injoignable')]])
      given(STORY.offered, since).when(correctCommission, corrected(reversed)).thenRefused('not-in-this-status');
  });

  it('not where no commission was held', () => {
    for (const stage of ['oriented', 'designated'] as const)
      given(STORY[stage])
        .when(correctCommission, corrected(reversed))
        .thenRefused('not-in-this-status', { present: stage });
  });

  it('not once the State allocated the dwelling instead', () => {
    const all = [notAllocated('martin'), notAllocated('diallo'), notAllocated('nguyen')];
    const byState = designated('petit', { basis: 'substitution', holder: HOLDERS.state });
    given(STORY.designated, commissionHeld(all), byState)
      .when(correctCommission, corrected(reversed))
      .thenRefused('not-in-this-status', { present: 'decided', admitted: ['closing'] });
  });

  it('not so that a household would have the dwelling by two designations', () => {
    const again = candidacy('nguyen', { candidate: 'candidate-nguyen-2' as Uuid, household: householdOf('nguyen') });
    const all = [notAllocated('martin'), notAllocated('diallo'), notAllocated('nguyen')];
    const story = given(STORY.designated, commissionHeld(all), { type: 'CandidateDesignated', data: again });
    story
      .when(correctCommission, corrected([...all.slice(0, 2), ranked('nguyen', 1)]))
      .thenRefused('candidate-already-designated');
    story.when(correctCommission, corrected(reversed)).thenAccepted();
  });

  it('under the refusals of a commission', () => {
    const story = given(STORY.decided);
    story
      .when(
        correctCommission,
        corrected([ranked('martin', 1), ranked('diallo', 2), notAllocated('nguyen', 'fragilite')]),
      )
      .thenRefused('fragility-motive-not-admitted');
    story.where({ quorum: 3 }).when(correctCommission, corrected(reversed)).thenRefused('quorum-not-reached');
    story.when(correctCommission, corrected(reversed.slice(1))).thenRefused('decision-incomplete');
    story.when(correctCommission, corrected(reversed, { exception: 'dalo' })).thenRefused('three-applications-needed');
    const votes = { pour: 1, contre: 2, abstention: 0, maire: 'absent' } as const;
    story
      .when(correctCommission, corrected([{ ...reversed[0]!, votes }, ...reversed.slice(1)]))
      .thenRefused('votes-do-not-carry');
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const former = { party: PARTIES.formerLandlord };
    const late = corrected([...reversed.slice(0, 2), notAllocated('nguyen', 'loyer')], { on: day('2026-05-05') });
    given(STORY.offered)
      .when(correctCommission, { ...late, motive: 'loyer' })
      .thenRefused('value-not-admitted', { field: 'motif' });
    given(STORY.offered)
      .when(correctCommission, late)
      .thenRefused('value-not-admitted', { field: 'decisions.2.motif' });
    given(STORY.offered)
      .when(correctCommission, { ...late, decisions: reversed })
      .thenRefused('day-in-future');
    given(STORY.offered).where(former).when(correctCommission, corrected(reversed)).thenRefused('not-in-this-status');
    const notified = given(STORY.decided, refusalNotified('nguyen')).where(former);
    notified.when(correctCommission, corrected(reversed, { on: day('2026-03-25') })).thenRefused('day-out-of-order');
    notified.when(correctCommission, corrected(reversed.slice(1))).thenRefused('residence-of-another-landlord');
  });

  it('not after an offer that the correction would take away', () => {
    given(STORY.decided, offered('martin'))
      .when(correctCommission, corrected(reversed))
      .thenRefused('not-in-this-status', {
        present: 'offered',
        admitted: ['closing'],
      });
  });
});
