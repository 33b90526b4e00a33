import { day } from '#kernel';
import { deferred, given, PARTIES, proposed, STORY } from '../../testing';
import { deferDesignation } from './defer';

const deferral = { on: day('2026-03-12'), motive: 'equilibre' };
const PROPOSED = [...STORY.oriented, proposed('martin')];

describe('the QPV commission defers a proposal', () => {
  it('with its motive, and the vacancy still waits for it', () => {
    given(PROPOSED)
      .where({ party: PARTIES.epci })
      .whenFor('martin', deferDesignation, deferral)
      .then(deferred('martin'))
      .leaves('martin', 'deferred', { reason: 'equilibre' })
      .becomes('designated');
  });

  it('again', () => {
    given(PROPOSED, deferred('martin'))
      .whenFor('martin', deferDesignation, { ...deferral, motive: 'sans_accord' })
      .leaves('martin', 'deferred', { reason: 'sans_accord' });
  });

  it('only if it is not designated yet; the motive, the day and the status are refused in this order', () => {
    const late = { on: day('2026-05-05'), motive: 'loyer' };
    given(STORY.designated)
      .whenFor('martin', deferDesignation, late)
      .thenRefused('value-not-admitted', { field: 'motif' });
    given(STORY.designated)
      .whenFor('martin', deferDesignation, { ...late, motive: 'sans_accord' })
      .thenRefused('day-in-future', { field: 'date' });
    given(STORY.designated)
      .whenFor('martin', deferDesignation, deferral)
      .thenRefused('not-in-this-status', { present: 'designated' });
  });
});
