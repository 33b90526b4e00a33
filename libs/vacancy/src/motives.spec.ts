import type { Motive } from '#convention';
import { day } from '#kernel';
import { DEFAULT_MOTIVES, motivesOn } from './motives';
import { motiveName, motiveSentence } from './papers/words';

const NOISE: Motive = {
  code: 'bruit',
  name: 'Voisinage bruyant',
  lists: ['household', 'deferral'],
  firstDay: day('2026-03-01'),
  lastDay: day('2026-06-30'),
};

describe('the motives that are admitted', () => {
  it('are the default ones, and those of the territory from their first day to their last', () => {
    const on = (date: string) => motivesOn(day(date), [NOISE]);
    expect(on('2026-02-28')).toEqual(DEFAULT_MOTIVES);
    for (const date of ['2026-03-01', '2026-06-30'])
      expect(on(date)).toEqual({
        ...DEFAULT_MOTIVES,
        household: [...DEFAULT_MOTIVES.household, 'bruit'],
        deferral: [...DEFAULT_MOTIVES.deferral, 'bruit'],
      });
    expect(on('2026-07-01')).toEqual(DEFAULT_MOTIVES);
  });

  it('leave out a default one that the territory ends or moves to other lists', () => {
    const ended: Motive = { ...NOISE, code: 'equilibre', lists: ['deferral'], firstDay: null };
    const during = motivesOn(day('2026-03-01'), [ended]);
    expect([during.nonAllocation.includes('equilibre'), during.deferral.includes('equilibre')]).toEqual([false, true]);
    const after = motivesOn(day('2026-07-01'), [ended]);
    expect([after.nonAllocation.includes('equilibre'), after.deferral.includes('equilibre')]).toEqual([false, false]);
  });

  it('have the names of the territory on its papers', () => {
    expect([motiveName('bruit', [NOISE]), motiveName('bruit'), motiveName('loyer', [NOISE])]).toEqual([
      'Voisinage bruyant',
      'bruit',
      'loyer ou charges trop élevés',
    ]);
    const own = { ...NOISE, code: 'plafond', name: 'Ressources trop hautes' };
    expect(motiveSentence('plafond', [own])).toBe('Ressources trop hautes');
    expect(motiveSentence('plafond')).toBe('les ressources de votre ménage dépassent le plafond fixé pour ce logement');
  });
});
