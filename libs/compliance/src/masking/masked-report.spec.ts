import { EVERYTHING, type Actor } from '#access';
import { day, isRefusal } from '#kernel';
import { aHolder } from '#territory/testing';
import { aLease, Setting } from '../testing';

const STATISTICIAN: Actor = { id: 's', role: 'statisticien', scope: EVERYTHING };

describe('a masked report by contingent', () => {
  let setting: Setting;
  beforeEach(async () => {
    setting = Setting.open();
    await setting.territory();
    await setting.history.declare('ReservationHolder', aHolder('H3', { contingent: 'epci' }));
  });
  afterEach(() => setting.destroy());

  const sign = async (count: number, name: string, facts: object) => {
    for (let at = 0; at < count; at += 1) await setting.history.lease(`${name} ${at}`, { ...aLease(), ...facts });
  };
  /** The leases of each contingent; null where they are masked. */
  const shown = async () => {
    await setting.report();
    const query = { from: day('2024-01-01'), to: day('2024-12-31'), scope: 'reservataire' } as const;
    const report = await setting.reports.shown(query, STATISTICIAN);
    if (isRefusal(report)) throw new Error(report.code);
    const all = report.figures.filter(
      ({ code, scope }) => code === 'ALLOCATIONS' && scope.id.startsWith('contingent:'),
    );
    return Object.fromEntries(all.map(({ scope, numerator }) => [scope.id.slice('contingent:'.length), numerator]));
  };

  it('does not tell a small part of the EPCI’s contingent by the whole and the other part', async () => {
    await sign(30, 'state', { holder: 'H1' });
    await sign(30, 'own', { holder: 'H3' });
    await sign(5, 'delegated', { holder: 'H3', delegatedTo: 'C1' });
    await sign(20, 'logement', { holder: 'H2' });
    const { epci, epci_propre, epci_delegue } = await shown();
    expect(epci_delegue).toBeNull();
    expect([epci, epci_propre].filter((count) => count !== null)).not.toHaveLength(2);
  });

  it('does not tell a small contingent by the others and the whole', async () => {
    await sign(30, 'state', { holder: 'H1' });
    await sign(25, 'own', { holder: 'H3' });
    await sign(12, 'delegated', { holder: 'H3', delegatedTo: 'C1' });
    await sign(4, 'logement', { holder: 'H2' });
    const { etat, epci, action_logement } = await shown();
    expect(action_logement).toBeNull();
    expect([etat, epci].filter((count) => count !== null)).not.toHaveLength(2);
  });
});
