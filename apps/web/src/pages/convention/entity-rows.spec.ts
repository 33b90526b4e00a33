import { entityOf, entityRows, judgedFigures } from './entity-rows';

const PERIOD = { from: '2023-01-01', to: '2023-12-31' };
const line = (figure: string, scope: object, actor: object | null = null, code = figure) =>
  ({ code, figure, scope, actor, numerator: 1, denominator: 4, rate: 0.25, list: null }) as never;
const figure = (code: string, scope: object, masked?: true) =>
  ({ code, scope, numerator: 2, denominator: 8, rate: 0.25, target: null, status: null, masked }) as never;
const TRAPPES = { kind: 'commune', id: '78621', label: 'Trappes' };
const PLAISIR = { kind: 'commune', id: '78490', label: 'Plaisir' };
const EPCI = { kind: 'epci', id: '200', label: 'Territoire' };

describe('rows of entities', () => {
  it('joins what is counted and what is judged, and keeps the order of the report', () => {
    const rows = entityRows('commune', [line('Q1', TRAPPES)], [figure('Q1', PLAISIR), figure('Q1', TRAPPES)], PERIOD);
    expect(rows.map(({ label, cells }) => [label, cells.get('Q1')!.numerator, cells.get('Q1')!.lines.length])).toEqual([
      ['Plaisir', 2, 0],
      ['Trappes', 1, 1],
    ]);
  });
  it('keeps each objective about the same figure of the same entity', () => {
    const state = { kind: 'contingent', id: 'etat', label: 'État' };
    const lines = [line('PRIORITY', state, null, 'PRIO-25'), line('PRIORITY', state, null, 'PRIO-ETAT')];
    const [row] = entityRows('contingent', lines, [], PERIOD);
    expect(row!.cells.get('PRIORITY')!.lines.map(({ code }) => code)).toEqual(['PRIO-25', 'PRIO-ETAT']);
  });
  it('leads to the leases of the entity', () => {
    const [row] = entityRows('commune', [], [figure('Q1', TRAPPES)], PERIOD);
    expect(row!.cells.get('Q1')!.list!.numerator).toBe(
      'figure=Q1&part=numerateur&from=2023-01-01&to=2023-12-31&code_insee=78621',
    );
    const [whole] = entityRows('epci', [], [figure('Q1', EPCI)], PERIOD);
    expect(whole!.cells.get('Q1')!.list!.denominator).not.toContain('200');
  });
  it('takes an actor in the whole territory for the entity, and not one within another scope', () => {
    const actor = { kind: 'contingent', id: 'epci', label: 'EPCI' };
    expect(entityOf('contingent', line('Q1', EPCI, actor))).toBe(actor);
    expect(entityOf('contingent', line('Q1', TRAPPES, actor))).toBeUndefined();
    expect(entityOf('commune', line('Q1', TRAPPES, actor))).toBeUndefined();
  });
  it('names the judged figures once', () =>
    expect(judgedFigures('commune', [line('Q1', TRAPPES), line('Q1', PLAISIR), line('Q2', EPCI)])).toEqual(['Q1']));
});
