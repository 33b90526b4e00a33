import { day } from '#kernel';
import {
  accepted,
  closed,
  conditionLapsed,
  conditionMet,
  given,
  idOf,
  offerLapsed,
  STORY,
  vacancyAfter,
  type Who,
} from '../../testing';
import { candidateOf, type Vacancy } from '../../vacancy';
import { lapseCondition, lapseOffer } from './lapse';

const of = (vacancy: Vacancy, who: Who) => ({ vacancy, candidate: candidateOf(vacancy, idOf(who))! });

describe('the timer of an offer', () => {
  const offer = of(vacancyAfter(STORY.offered), 'martin');

  it('does nothing up to and on the last day, and lapses the offer the day after, as of the last day', () => {
    expect(lapseOffer(offer, day('2026-04-02'))).toEqual([]);
    expect(lapseOffer(offer, day('2026-04-03'))).toEqual([offerLapsed('martin', '2026-04-02')]);
  });

  it('lapses at once what it finds late', () => {
    expect(lapseOffer(offer, day('2026-09-01'))).toEqual([offerLapsed('martin', '2026-04-02')]);
  });

  it('does nothing where the household answered, or the vacancy is closed', () => {
    expect(lapseOffer(of(vacancyAfter(STORY.offered, accepted('martin')), 'martin'), day('2026-04-03'))).toEqual([]);
    expect(lapseOffer(of(vacancyAfter(STORY.offered, closed()), 'martin'), day('2026-04-03'))).toEqual([]);
    expect(lapseOffer(of(vacancyAfter(STORY.offered, offerLapsed('martin')), 'martin'), day('2026-04-03'))).toEqual([]);
  });

  it('leaves the candidate lapsed by silence, and its rank to the next', () => {
    given(STORY.offered, offerLapsed('martin'))
      .now.leaves('martin', 'lapsed', { reason: 'sans_reponse', lapsedBy: 'silence' })
      .becomes('decided');
  });
});

describe('the timer of a condition', () => {
  const condition = of(vacancyAfter(STORY.onCondition), 'martin');

  it('does nothing up to and on the last day, and lapses the allocation the day after', () => {
    expect(lapseCondition(condition, day('2026-04-10'))).toEqual([]);
    expect(lapseCondition(condition, day('2026-04-11'))).toEqual([conditionLapsed('martin', '2026-04-11')]);
    expect(lapseCondition(condition, day('2026-05-11'))).toEqual([conditionLapsed('martin', '2026-04-11')]);
  });

  it('does nothing where the document came, none is awaited, or the vacancy is closed', () => {
    const none = day('2026-09-01');
    expect(lapseCondition(of(vacancyAfter(STORY.onCondition, conditionMet('martin')), 'martin'), none)).toEqual([]);
    expect(lapseCondition(of(vacancyAfter(STORY.onCondition), 'diallo'), none)).toEqual([]);
    expect(lapseCondition(of(vacancyAfter(STORY.onCondition, closed()), 'martin'), none)).toEqual([]);
    expect(lapseCondition(of(vacancyAfter(STORY.onCondition, conditionLapsed('martin')), 'martin'), none)).toEqual([]);
  });

  it('leaves the candidate lapsed by its document', () => {
    given(STORY.onCondition, conditionLapsed('martin')).now.leaves('martin', 'lapsed', {
      reason: 'dossier_incomplet',
      lapsedBy: 'document',
    });
  });
});
