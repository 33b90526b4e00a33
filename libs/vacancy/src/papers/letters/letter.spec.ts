import { day, isRefusal, type Uuid } from '#kernel';
import type { VacancyEvent } from '../../events';
import {
  circumstances,
  commissionHeld,
  conditionMet,
  declined,
  designated,
  idOf,
  inadmissible,
  notAllocated,
  offered,
  offerLapsed,
  ranked,
  STORY,
  vacancyAfter,
  withdrawn,
  type Who,
} from '../../testing';

import { candidateOf } from '../../vacancy';
import { shownDwelling } from '../shown-dwelling';
import { AS_OF, onPaper, REFERENCE } from '../testing/papers';
import { DALO_WARNING, DEFAULT_WORDING } from './default-wording';
import { letterDocument, letterFileName, refusalCodeOf, subjectAndParagraphs, type Letter } from './letter';
import { offerOnPaper, type PlannedOffer } from './offer-on-paper';

const NUMBER = '078000000000000001';
const LANDLORD = { code: 'B01', name: 'Bailleur 1' };
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

function offerOf(who: Who, events: readonly VacancyEvent[], planned?: PlannedOffer) {
  const vacancy = vacancyAfter(events);
  const about = { vacancy, candidate: candidateOf(vacancy, idOf(who))! };
  return offerOnPaper(about, planned, circumstances().calendar);
}

function said(who: Who, events: readonly VacancyEvent[], wording?: { subject: string; text: string }): string {
  const read = onPaper(events);
  const candidate = candidateOf(read.vacancy, idOf(who))!;
  const code = refusalCodeOf(candidate) ?? 'offre';
  const offer = code === 'offre' ? offerOf(who, events) : null;
  if (offer && isRefusal(offer)) throw new Error(offer.code);
  const dwelling = shownDwelling(read, day('2026-03-23'), REFERENCE);
  const contents = { landlord: LANDLORD, dwelling, candidate, householdNumber: NUMBER, offer, motives: [] };
  const { subject, paragraphs } = subjectAndParagraphs(wording ?? DEFAULT_WORDING[code], contents);
  return plain([subject, ...paragraphs].join('\n'));
}

describe('the letter of an offer', () => {
  it('names the household by its number, and says what is offered and until when', () => {
    const text = said('martin', STORY.offered);
    expect(text).toContain(`sous le numéro unique ${NUMBER}`);
    expect(text).toContain('décision de la commission d’attribution du 19 mars 2026');
    expect(text).toContain(
      'logement T3 de 62 m², résidence Les Cèdres, à Trappes.\nLoyer mensuel : 450 €. Charges mensuelles : 90 €.',
    );
    expect(text).toContain('jusqu’au 2 avril 2026 inclus');
    expect(text).not.toMatch(/[{}]/);
  });

  it('warns only a household that the prefect designated', () => {
    const events = [
      ...STORY.oriented,
      designated('martin', { basis: 'dalo_prefet' }),
      commissionHeld([ranked('martin', 1)], { exception: 'dalo' }),
      offered('martin', { daloWarning: true }),
    ];
    expect(said('martin', events)).toContain(plain(DALO_WARNING));
    expect(said('martin', STORY.offered)).not.toContain('opposable');
  });

  it('says of an allocation by the State whose decision it is', () => {
    const events = [...STORY.oriented, designated('martin', { basis: 'substitution' }), offered('martin')];
    expect(said('martin', events)).toContain('Par décision du préfet');
  });

  it('is worded by the territory', () => {
    const wording = { subject: 'À {bailleur}', text: '{residence}, {delai_jours} jours depuis le {date_notification}' };
    expect(said('martin', STORY.offered, wording)).toBe('À Bailleur 1\nLes Cèdres, 10 jours depuis le 23 mars 2026');
  });
});

describe('the notice of a refusal', () => {
  const decide = (...decisions: Parameters<typeof commissionHeld>[0]): readonly VacancyEvent[] => [
    ...STORY.designated,
    commissionHeld(decisions),
  ];

  it('tells a non-allocation with its motive in words', () => {
    const text = said(
      'nguyen',
      decide(ranked('martin', 1), ranked('diallo', 2), notAllocated('nguyen', 'taux_effort')),
    );
    expect(text).toContain('le logement suivant ne vous a pas été attribué');
    expect(text).toContain(
      'le loyer et les charges de ce logement pèseraient trop sur les ressources de votre ménage.',
    );
    expect(text).toContain('article L. 441-2-2');
  });

  it('tells an inadmissibility in its own words', () => {
    const text = said('nguyen', decide(ranked('martin', 1), ranked('diallo', 2), inadmissible('nguyen')));
    expect(text).toContain('jugée irrecevable');
    expect(text).toContain('les ressources de votre ménage dépassent le plafond fixé pour ce logement.');
  });

  it('says a motive of the territory’s own as it is', () => {
    const text = said(
      'nguyen',
      decide(ranked('martin', 1), ranked('diallo', 2), notAllocated('nguyen', 'motif local')),
    );
    expect(text).toContain('Le motif de cette décision est le suivant : motif local.');
  });
});

describe('the offer of a letter', () => {
  const planned = { notifiedOn: day('2026-03-25'), delay: 10 };

  it.each([
    ['is waiting for an answer', STORY.offered],
    ['was accepted', STORY.accepted],
    ['was declined', [...STORY.offered, declined('martin')]],
    ['has lapsed', [...STORY.offered, offerLapsed('martin')]],
    ['led to a lease', STORY.let],
  ] as const)('is the recorded one, where it %s', (_, events) => {
    expect(offerOf('martin', events, planned)).toMatchObject({ notifiedOn: '2026-03-23', lastDay: '2026-04-02' });
  });

  it('is the planned one before it is recorded, with its last day on a working day', () => {
    expect(offerOf('martin', STORY.decided, planned)).toEqual({
      candidate: idOf('martin'),
      notifiedOn: '2026-03-25',
      delay: 10,
      lastDay: '2026-04-07',
      daloWarning: false,
    });
  });

  it.each<[string, string, Who, readonly VacancyEvent[], PlannedOffer | undefined]>([
    ['none is recorded and none is planned', 'not-in-this-status', 'martin', STORY.decided, undefined],
    ['the candidate is not allocated', 'not-in-this-status', 'nguyen', STORY.decided, planned],
    ['the vacancy is let to another', 'not-in-this-status', 'diallo', STORY.let, planned],
    ['another rank is before', 'not-the-first-rank', 'diallo', STORY.decided, planned],
    ['a document is missing', 'condition-not-lifted', 'martin', STORY.onCondition, planned],
    [
      'it comes before the commission',
      'day-out-of-order',
      'martin',
      STORY.decided,
      { ...planned, notifiedOn: day('2026-03-18') },
    ],
    ['the delay is too short', 'deadline-under-ten-days', 'martin', STORY.decided, { ...planned, delay: 9 }],
  ])('is refused where %s: %s', (_, code, who, events, plan) => {
    expect(offerOf(who, events, plan)).toMatchObject({ refused: true, code });
  });

  it('is planned once the document has come', () => {
    expect(
      offerOf('martin', [...STORY.onCondition, conditionMet('martin')], { ...planned, notifiedOn: day('2026-04-01') }),
    ).toMatchObject({
      lastDay: '2026-04-13',
    });
    const withdrawnFirst = [...STORY.decided, withdrawn('martin', 'ne_cherche_plus')];
    expect(offerOf('diallo', withdrawnFirst, planned)).toMatchObject({ lastDay: '2026-04-07' });
  });
});

describe('a letter on paper', () => {
  const letter: Letter = {
    code: 'non_attribution',
    candidate: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11' as Uuid,
    landlord: LANDLORD,
    householdNumber: NUMBER,
    subject: 'Décision',
    paragraphs: ['Un', 'Deux'],
    ...AS_OF,
  };

  it('has its sender, its reference, its subject, its paragraphs and room to sign', () => {
    const { before, title, about, blocks, paper } = letterDocument(letter);
    expect([paper, title, about]).toEqual(['portrait', 'Objet : Décision', []]);
    expect(before).toEqual(['Bailleur 1', `Demande de logement social n° ${NUMBER}`]);
    expect(blocks).toEqual([
      { kind: 'paragraph', text: 'Un' },
      { kind: 'paragraph', text: 'Deux' },
      { kind: 'signatures', signers: ['Pour Bailleur 1'] },
    ]);
  });

  it('has no number in the name of its file', () => {
    expect(letterFileName(letter)).toBe('mixite-courrier-non-attribution-9A1F7D11');
  });
});
