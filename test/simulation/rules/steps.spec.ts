import { History, Rules, type Data, type Event } from './history';
import { holdUniqueness } from './leases';
import { followVacancy } from './steps';

/* Each rule must find the history that breaks it. The history here is right, and each case changes one thing in it. */

/** The landlord of residence S3. */
const LANDLORD = { id: 'someone', token: '', role: 'bailleur', codes: ['L-A'] };
const KNOWN = { listedFrom: '2025-01-01', officers: new Map([[LANDLORD.id, LANDLORD]]) };

/** By the administrator, so that only the rules about steps are looked at. */
function event(type: string, data: Partial<Data> = {}, more: Partial<Event> = {}): Event {
  const named = { id: type, ordinal: 0, position: '', stream: 'vacancy-v', revision: 0, causation: '' };
  return {
    ...named,
    type,
    data: data as Data,
    recordedAt: '2026-06-01T10:00:00Z',
    actor: '',
    role: 'administrateur',
    ...more,
  };
}

const system = { role: 'system', actor: 'system' };
const candidate = 'c1';
const on = '2025-03-10';
const decided = (id: string, rank: number | null, more: object = {}) => ({
  candidate: id,
  decision: rank === null ? 'non_attribution' : 'attribution_rang',
  rank,
  motive: rank === null ? 'equilibre' : null,
  document: null,
  documentDue: null,
  votes: null,
  ...more,
});
const held = (decisions: readonly object[], more: object = {}) =>
  event('CommissionHeld', { on, exception: null, attested: null, decisions: decisions as Data['decisions'], ...more });
const designated = (id: string, household = `household of ${id}`) =>
  event('CandidateDesignated', { candidate: id, household, basis: 'reservation', holder: 'H-EPCI', on });
const three = [decided('c1', 1), decided('c2', 2), decided('c3', null)];

const RIGHT: readonly Event[] = [
  event('VacancyDeclared', { residence: 'S3', firstLetting: false, stockHolder: null }),
  event('VacancyOriented', {
    holder: 'H-EPCI',
    forOneTurn: false,
    delegatedTo: null,
    outsideFlow: null,
    on,
    lastDay: '2026-06-30',
  }),
  designated('c1'),
  designated('c2'),
  designated('c3'),
  held(three),
  event('OfferMade', { candidate, notifiedOn: '2025-03-12', delay: 10, lastDay: '2025-03-24' }),
  event('OfferLapsed', { candidate, on: '2025-03-24' }, system),
  event('LapseCorrected', { candidate }, { causation: 'late' }),
  event('OfferAccepted', { candidate, on: '2025-03-20' }, { causation: 'late' }),
  event(
    'CandidateWithdrawn',
    { candidate: 'c2', on, motive: 'logement_attribue', by: 'process' },
    { causation: 'lease' },
  ),
  event('VacancyLet', { candidate, allocation: 'a1', on: '2025-03-30' }, { causation: 'lease' }),
];

function follow(events: readonly Event[]): string {
  const numbered = events.map((one, revision) => ({
    ...one,
    revision,
    ordinal: revision,
    causation: one.causation || `of ${revision}`,
  }));
  try {
    return followVacancy(numbered, new Rules(), KNOWN).status;
  } catch (error) {
    return (error as { readonly rule: string }).rule;
  }
}

/** The right history, where the event at that place is another, or several. */
const where = (at: number, ...others: readonly Event[]): readonly Event[] => [...RIGHT.slice(0, at), ...others];

describe('the rules about the steps of a vacancy', () => {
  it('hold for a right history', () => expect(follow(RIGHT)).toBe('let'));

  const cases: readonly (readonly [rule: string, events: readonly Event[]])[] = [
    ['a vacancy begins once', where(1, RIGHT[0]!)],
    ['a vacancy begins with its declaration', [RIGHT[1]!]],
    ['transitions of the vacancy', where(5, RIGHT[1]!)],
    ['transitions of the vacancy', where(2, held([]))],
    ['transitions of the candidate', where(6, event('OpinionGiven', { candidate, on }))],
    ['nothing starts on a vacancy let or closed', [...RIGHT, designated('c4')]],
    ['one live designation a household and vacancy', where(5, designated('c4', 'household of c1'))],
    ['every candidate is decided once', where(5, held([three[0]!, three[1]!]))],
    ['every candidate is decided once', where(5, held([...three, decided('c1', 3)]))],
    ['three applications', where(4, held([three[0]!, three[1]!]))],
    ['three applications', where(4, held([three[0]!, three[1]!], { exception: 'insuffisance', attested: false }))],
    ['ranks run 1, 2, 3', where(5, held([decided('c1', 1), decided('c2', 3), three[2]!]))],
    ['a refusal has its motive', where(5, held([three[0]!, three[1]!, decided('c3', null, { motive: null })]))],
    [
      'fragility is said of listed residences',
      where(5, held([three[0]!, three[1]!, decided('c3', null, { motive: 'fragilite' })])),
    ],
    [
      'votes carry the decision',
      where(
        5,
        held([decided('c1', 1, { votes: { pour: 3, contre: 3, abstention: 0, maire: 'contre' } }), ...three.slice(1)]),
      ),
    ],
    ['the offer goes to the first rank', where(6, event('OfferMade', { ...RIGHT[6]!.data, candidate: 'c2' }))],
    ['ten days to answer', where(6, event('OfferMade', { ...RIGHT[6]!.data, delay: 9 }))],
    ['the last day is a working day', where(6, event('OfferMade', { ...RIGHT[6]!.data, lastDay: '2025-03-22' }))],
    [
      'days in order',
      where(6, event('OfferMade', { ...RIGHT[6]!.data, notifiedOn: '2025-03-09', lastDay: '2025-03-19' })),
    ],
    ['timers act on the right day', where(7, event('OfferLapsed', { candidate, on: '2025-03-25' }, system))],
    [
      'timers act on the right day',
      where(
        7,
        event('OfferLapsed', { candidate, on: '2025-03-24' }, { ...system, recordedAt: '2025-03-24T10:00:00Z' }),
      ),
    ],
    ['a lapse is corrected by an answer', where(8, RIGHT[8]!)],
    ['an answer within the deadline', where(7, event('OfferAccepted', { candidate, on: '2025-03-25' }))],
    ['no day in the future', where(7, event('OfferAccepted', { candidate, on: '2026-06-02' }))],
    [
      'no other rank was offered since',
      where(
        8,
        event('OfferMade', { ...RIGHT[6]!.data, candidate: 'c2' }),
        event('LapseCorrected', { candidate }, { causation: 'late' }),
        RIGHT[9]!,
      ),
    ],
    [
      'the lease is not before the acceptance',
      where(11, event('VacancyLet', { ...RIGHT[11]!.data, on: '2025-03-19' })),
    ],
    ['a turn follows a return', where(1, event('VacancyOriented', { ...RIGHT[1]!.data, forOneTurn: true }))],
    [
      'the holder’s days are its own',
      where(
        2,
        event(
          'VacancyReoriented',
          { ...RIGHT[1]!.data, holder: 'H-AL', ground: 'nouveau_delai' },
          { role: 'bailleur', actor: 'someone' },
        ),
      ),
    ],
    ['who may', where(2, { ...designated('c1'), role: 'bailleur', actor: 'someone' })],
    ['who may', where(6, event('OfferMade', RIGHT[6]!.data, { role: 'elu', actor: 'someone' }))],
  ];
  it.each(cases)('finds what breaks « %s »', (rule, events) => expect(follow(events)).toBe(rule));
});

describe('the rules about what only one may hold', () => {
  const signed = (allocation: string, household: string, ordinal: number) =>
    event(
      'AllocationSigned',
      { household, residence: 'S3', cancelled: false },
      { stream: `allocation-${allocation}`, ordinal, actor: 'someone' },
    );
  const signing = (allocation: string) => ({
    verb: 'lease',
    done: true,
    officer: LANDLORD,
    sent: 5,
    answered: 6,
    body: { numero_attribution: allocation },
    answer: { allocation },
  });
  const broken = (
    events: readonly Event[],
    journal: readonly object[] = [],
    imports: readonly object[] = [],
  ): string => {
    try {
      holdUniqueness(
        { history: new History(events), journal: journal as never, imports: imports as never },
        new Rules(),
      );
      return 'none';
    } catch (error) {
      return (error as { readonly rule: string }).rule;
    }
  };

  it('find two leases of one household at a time, and not one after the other', () => {
    const cancelled = event('AllocationCancelled', {}, { stream: 'allocation-a1', ordinal: 2 });
    const both = [signing('a1'), signing('a2')];
    expect(broken([signed('a1', 'h', 1), signed('a2', 'h', 3)], both)).toBe('one lease a household at a time');
    expect(broken([signed('a1', 'h', 1), cancelled, signed('a2', 'h', 3)], both)).toBe('none');
    expect(broken([signed('a1', 'h', 1), signed('a2', 'other', 3)], both)).toBe('none');
  });

  it('find a lease signed after that of a file, and believe a file that comes after or at the same moment', () => {
    const two = [signed('a1', 'h', 1), signed('a2', 'h', 3)];
    expect(broken(two, [signing('a2')], [{ sent: 1, answered: 2 }])).toBe('one lease a household at a time');
    expect(broken(two, [signing('a2')], [{ sent: 4, answered: 7 }])).toBe('none');
    expect(broken(two, [signing('a1')], [{ sent: 7, answered: 8 }])).toBe('none');
  });

  it('find two open vacancies of one dwelling, and a number of two leases', () => {
    const declared = (vacancy: string, ordinal: number) =>
      event('VacancyDeclared', {}, { stream: `vacancy-${vacancy}`, ordinal });
    const closed = event('VacancyClosed', {}, { stream: 'vacancy-v1', ordinal: 2 });
    const body = { code_residence: 'S3', reference_logement: 'A' };
    const journal = ['v1', 'v2'].map((vacancy) => ({ verb: 'declaration', done: true, vacancy, body }));
    expect(broken([declared('v1', 1), declared('v2', 3)], journal)).toBe('one open vacancy a dwelling');
    expect(broken([declared('v1', 1), closed, declared('v2', 3)], journal)).toBe('none');
    const leases = ['a1', 'a2'].map((allocation) => ({ ...signing(allocation), body: { numero_attribution: 'N' } }));
    expect(broken([], leases)).toBe('one lease a number');
  });
});
