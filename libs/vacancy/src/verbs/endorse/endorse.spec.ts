import { day } from '#kernel';
import { deferred, designated, endorsed, given, PARTIES, proposed, STORY } from '../../testing';
import { ACCORDS } from '../../words';
import { endorseProposal } from './endorse';

const endorsement = { on: day('2026-03-12'), accords: ACCORDS };
const PROPOSED = [...STORY.oriented, proposed('martin')];

describe('the QPV commission endorses a proposal', () => {
  it('by common accord, which designates the household on that day', () => {
    given(PROPOSED)
      .where({ party: PARTIES.epci })
      .whenFor('martin', endorseProposal, endorsement)
      .then(endorsed('martin'))
      .leaves('martin', 'designated', { endorsedOn: day('2026-03-12') });
  });

  it('also one that it had deferred', () => {
    given(PROPOSED, deferred('martin'))
      .whenFor('martin', endorseProposal, endorsement)
      .then(endorsed('martin'))
      .leaves('martin', 'designated', { reason: null });
  });

  it('not without the four', () => {
    given(PROPOSED)
      .whenFor('martin', endorseProposal, { ...endorsement, accords: ['bailleur', 'epci', 'commune'] })
      .thenRefused('no-common-accord', { missing: ['reservataire'] });
  });

  it('not of a household that is housed, or whose application ended', () => {
    given(PROPOSED)
      .where({ household: { isHoused: true } })
      .whenFor('martin', endorseProposal, endorsement)
      .thenRefused('household-already-housed');
    given(PROPOSED)
      .where({ household: { hasEnded: true } })
      .whenFor('martin', endorseProposal, endorsement)
      .thenRefused('application-ended');
  });

  it('not for a candidate that is designated already', () => {
    given(STORY.oriented, designated('martin'))
      .whenFor('martin', endorseProposal, endorsement)
      .thenRefused('not-in-this-status', { present: 'designated' });
  });

  it('and is answered the first refusal, in the order of the contract, where several apply', () => {
    const early = { on: day('2026-05-05'), accords: [] };
    const housed = { household: { isHoused: true } };
    given(STORY.designated).where(housed).whenFor('martin', endorseProposal, early).thenRefused('day-in-future');
    const wrong = { ...endorsement, accords: [] };
    given(STORY.designated).where(housed).whenFor('martin', endorseProposal, wrong).thenRefused('not-in-this-status');
    given(PROPOSED).where(housed).whenFor('martin', endorseProposal, wrong).thenRefused('household-already-housed');
    given(PROPOSED).whenFor('martin', endorseProposal, wrong).thenRefused('no-common-accord');
  });
});
