import { day, type Uuid } from '#kernel';
import {
  commissionHeld,
  designated,
  HOLDERS,
  idOf,
  notAllocated,
  proposed,
  ranked,
  STORY,
  withdrawn,
  type Who,
} from '../testing';
import type { VacancyEvent } from '../events';
import { agendaVacancy, type AgendaVacancy } from './agenda';
import { onPaper, REFERENCE } from './testing/papers';

const ON = day('2026-03-19');
const PUBLICS = [
  { code: 'jeunes', name: 'Moins de 30 ans', column: 'jeunes', sensitive: false },
  { code: 'violences', name: 'Victimes de violences', column: 'violences', sensitive: true },
];

const objectiveName = (code: string) => (code === 'O-1' ? 'Premier quartile hors QPV' : code);

function agendaOf(events: readonly VacancyEvent[], reference = REFERENCE): AgendaVacancy {
  return agendaVacancy(onPaper(events), { sitting: null, on: ON, reference, publics: PUBLICS, objectiveName });
}

const opinion = (who: Who, by: 'epci' | 'commune', on: string): VacancyEvent => ({
  type: 'OpinionGiven',
  data: { candidate: idOf(who), on: day(on), by, opinion: 'defavorable', motive: 'fragilite' },
});

describe('a vacancy on the agenda', () => {
  it('shows the residence of the day, the dwelling and its holder, by name', () => {
    expect(agendaOf(STORY.designated)).toMatchObject({
      vacancy: 'vacancy-1',
      residence: { code: 'CEDRES', name: 'Les Cèdres' },
      commune: { code: '78621', name: 'Trappes' },
      districts: [{ code: 'QP1', name: 'Le Quartier' }],
      note: 4,
      isListed: true,
      dwellingType: 'T3',
      rent: 45_000,
      holder: { code: HOLDERS.town, name: 'Ville de Trappes', contingent: 'commune' },
      forOneTurn: false,
    });
  });

  it('shows a code without a name as it is', () => {
    const { holder } = agendaOf(STORY.designated, { ...REFERENCE, holder: () => undefined });
    expect(holder).toEqual({ code: HOLDERS.town, name: HOLDERS.town, contingent: null });
  });

  it('shows the designated, numbered in the order of their designation, and counts who only is proposed', () => {
    const events = [...STORY.designated, withdrawn('martin', 'doublon'), proposed('petit')];
    const { candidates, waiting } = agendaOf(events);
    expect(candidates.map(({ candidate, number }) => [candidate, number])).toEqual([
      [idOf('diallo'), 2],
      [idOf('nguyen'), 3],
    ]);
    expect(waiting).toBe(1);
  });

  it('shows whom the commission decided, once nobody waits any more', () => {
    const { candidates } = agendaOf(STORY.decided);
    expect(candidates.map(({ candidate, status }) => [candidate, status])).toEqual([
      [idOf('martin'), 'allocated'],
      [idOf('diallo'), 'allocated'],
      [idOf('nguyen'), 'notAllocated'],
    ]);
    const next = [
      ...STORY.designated,
      commissionHeld([ranked('martin', 1), ranked('diallo', 2), notAllocated('nguyen')]),
      designated('petit'),
    ];
    expect(agendaOf(next).candidates.map(({ candidate }) => candidate)).toEqual([idOf('petit')]);
  });

  it('shows whom its sitting decided, also where others wait again', () => {
    const sitting = 'sitting-1' as Uuid;
    const events = [
      ...STORY.designated,
      commissionHeld([notAllocated('martin'), notAllocated('diallo'), notAllocated('nguyen')], { sitting }),
      designated('petit'),
    ];
    const setting = { on: ON, reference: REFERENCE, publics: PUBLICS, objectiveName };
    const shownBy = (named: Uuid) =>
      agendaVacancy(onPaper(events), { ...setting, sitting: named }).candidates.map(({ candidate }) => candidate);
    expect(shownBy(sitting)).toEqual([idOf('martin'), idOf('diallo'), idOf('nguyen')]);
    expect(shownBy('sitting-2' as Uuid)).toEqual([idOf('petit')]);
  });

  it('hides sensitive publics, and those that no convention names', () => {
    const events = [...STORY.oriented, designated('martin', { publics: ['jeunes', 'violences', 'inconnu'] })];
    expect(agendaOf(events).candidates[0]!.publics).toEqual([{ code: 'jeunes', name: 'Moins de 30 ans' }]);
  });

  it('shows each opinion on a candidate, in the order in which they were recorded', () => {
    const events = [
      ...STORY.designated,
      opinion('martin', 'commune', '2026-03-10'),
      opinion('diallo', 'epci', '2026-03-11'),
      opinion('martin', 'epci', '2026-03-12'),
    ];
    const [martin, diallo, nguyen] = agendaOf(events).candidates;
    expect(martin!.opinions.map(({ by, on }) => [by, on])).toEqual([
      ['commune', '2026-03-10'],
      ['epci', '2026-03-12'],
    ]);
    expect(diallo!.opinions).toEqual([{ on: '2026-03-11', by: 'epci', opinion: 'defavorable', motive: 'fragilite' }]);
    expect(nguyen!.opinions).toEqual([]);
  });

  it('says what the vigilance says from clear facts, and what was shown when the candidate was designated', () => {
    const shown = (objective: string, bearing: 'closer' | 'farther') => ({
      objective,
      scope: 'x',
      actor: null,
      bearing,
    });
    const vigilance = { position: '1', notices: [], effects: [shown('O-1', 'closer'), shown('O-2', 'farther')] };
    const facts = { quartile: 1, priority: true, vigilance } as const;
    const [martin, diallo] = agendaOf([
      ...STORY.oriented,
      designated('martin', facts),
      designated('diallo'),
    ]).candidates;
    expect(martin!.notices).toEqual(['first-quartile-in-fragile-qpv', 'priority-first-quartile']);
    expect(martin!.objectives).toEqual([
      { code: 'O-1', name: 'Premier quartile hors QPV', bearing: 'closer' },
      { code: 'O-2', name: 'O-2', bearing: 'farther' },
    ]);
    expect(diallo).toMatchObject({ notices: [], objectives: [] });
  });
});
