import { day } from '#kernel';
import type { VacancyEvent } from '#vacancy';
import { closed, declared, designated, oriented, reoriented, returned } from '#vacancy/testing';
import { evolveFlowDwelling, type FlowDwelling } from './flow-dwelling';
import { givenBy, proposalsOf } from './proposals';

function after(...events: readonly VacancyEvent[]): FlowDwelling {
  return events.reduce<FlowDwelling | undefined>(evolveFlowDwelling, undefined)!;
}

const to = (holder: string, on = '2026-03-02', facts: Parameters<typeof oriented>[0] = {}): VacancyEvent =>
  oriented({ holder, on: day(on), ...facts });
const again = (holder: string, on: string, facts: Parameters<typeof reoriented>[0] = {}): VacancyEvent =>
  reoriented({ holder, on: day(on), ...facts });

/** `A:given,returned` of each holder that had the dwelling in the year. */
function told(dwelling: FlowDwelling, year = 2026): readonly string[] {
  return proposalsOf(dwelling, year).map((proposal) => {
    const { holder, isGiven, isReturned, isTakenBack, isRenewed, isClosed, forOneTurn } = proposal;
    const all = {
      given: isGiven,
      returned: isReturned,
      taken: isTakenBack,
      renewed: isRenewed,
      closed: isClosed,
      turn: forOneTurn,
    };
    return `${holder}:${Object.entries(all)
      .flatMap(([word, holds]) => (holds ? [word] : []))
      .join(',')}`;
  });
}

describe('a dwelling in the flow', () => {
  it('counts for nobody before its orientation, and for its holder from then on', () => {
    expect(evolveFlowDwelling(undefined, to('A'))).toBeUndefined();
    expect([givenBy(after(declared())), told(after(declared()))]).toEqual([null, []]);
    const dwelling = after(declared(), to('A'), designated('martin'));
    expect([givenBy(dwelling), told(dwelling), told(dwelling, 2025)]).toEqual([
      { holder: 'A', year: 2026 },
      ['A:given'],
      [],
    ]);
  });

  it('stays with the holder that handed it back, until it goes to another', () => {
    const handedBack = after(declared(), to('A'), returned());
    expect(told(handedBack)).toEqual(['A:given,returned']);
    const turn = again('A', '2026-03-06', { forOneTurn: true });
    expect(told(after(declared(), to('A'), returned(), turn))).toEqual(['A:given,returned,turn']);
    expect(told(after(declared(), to('A'), returned(), again('B', '2026-03-06')))).toEqual(['A:returned', 'B:given']);
  });

  it('is taken back by the end of the delay, or by an orientation to another', () => {
    expect(told(after(declared(), to('A'), returned('2026-04-02', 'delai_echu')))).toEqual(['A:given,taken']);
    const other = again('B', '2026-04-02', { ground: 'nouveau_delai' });
    expect(told(after(declared(), to('A'), other))).toEqual(['A:taken', 'B:given']);
  });

  it('forgets an orientation in error, and keeps its day where the delay is renewed', () => {
    const error = again('B', '2026-03-03', { ground: 'erreur' });
    expect(told(after(declared(), to('A'), error))).toEqual(['B:given']);
    const renewed = again('A', '2027-01-04', { ground: 'nouveau_delai' });
    const dwelling = after(declared(), to('A', '2026-12-20'), renewed);
    expect([told(dwelling), told(dwelling, 2027)]).toEqual([['A:given,renewed'], []]);
    const delegated = after(declared(), to('A'), again('A', '2026-03-03', { ground: 'erreur', delegatedTo: '78621' }));
    expect(delegated.held).toMatchObject([{ renewals: 0, delegatedTo: '78621' }]);
  });

  it('counts in the year of its last holder, and was proposed in the year of the first', () => {
    const dwelling = after(declared(), to('A', '2025-12-20'), returned('2026-01-02'), again('B', '2026-01-03'));
    expect([told(dwelling, 2025), told(dwelling), givenBy(dwelling)]).toEqual([
      ['A:returned'],
      ['B:given'],
      { holder: 'B', year: 2026 },
    ]);
    const turn = after(declared(), to('A', '2025-12-20'), returned('2026-01-02'), again('A', '2026-01-03'));
    expect([told(turn, 2025), told(turn)]).toEqual([['A:returned'], ['A:given']]);
  });

  it('counts once for a holder that had it twice', () => {
    const dwelling = after(
      declared(),
      to('A'),
      returned(),
      again('B', '2026-03-06'),
      returned(),
      again('A', '2026-03-09'),
    );
    expect(told(dwelling)).toEqual(['A:given,returned', 'B:returned']);
  });

  it('is told apart where it was withdrawn from letting, and never was where it was declared in error', () => {
    expect(told(after(declared(), to('A'), closed('travaux')))).toEqual(['A:given,closed']);
    const dwelling = after(declared(), to('A'), closed('erreur'));
    expect([told(dwelling), givenBy(dwelling)]).toEqual([[], null]);
  });

  it('is in no share outside the flow', () => {
    const dwelling = after(declared(), to('BAILLEUR', '2026-03-02', { outsideFlow: 'relogement' }));
    expect(givenBy(dwelling)).toBeNull();
    expect(proposalsOf(dwelling, 2026)).toMatchObject([{ outsideFlow: 'relogement', isGiven: true }]);
  });
});
