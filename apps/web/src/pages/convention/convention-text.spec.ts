import { bySource, delayText, dueText, sittingsText, writtenAim, writtenDays } from './convention-text';

const INSTANCE = { code: 'CIL', nom: 'CIL', portee: 'epci', sur_demande: false, delais: [], source: 'CIA' };
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the text of the convention in words', () => {
  it('tells an aim, a ban, a trajectory, and what is only followed', () => {
    const aim = (written: object) => writtenAim(written as never);
    expect(aim({ operateur: 'max', valeur: '1/3' })).toBe('au plus 1/3');
    expect(aim({ operateur: 'zero' })).toBe('aucune');
    expect(
      aim({
        operateur: 'min',
        trajectoire: [
          { annee: 2025, valeur: '20 %' },
          { annee: 2026, valeur: '25 %' },
        ],
      }),
    ).toBe('au moins 2025 : 20 % ; 2026 : 25 %');
    expect(aim({ operateur: 'monitor', valeur: null })).toBe('suivi, sans cible');
  });
  it('tells days with and without ends', () => {
    expect(writtenDays('toujours', null)).toBe('toujours');
    expect(writtenDays(null, '2031-01-27')).toBe('jusqu’au 27 janvier 2031');
    expect(writtenDays('2025-01-28', '2031-01-27')).toBe('du 28 janvier 2025 au 27 janvier 2031');
    expect(writtenDays('2021-02-11', null)).toBe('depuis le 11 février 2021');
  });
  it('puts together what comes from one place of the text', () =>
    expect(
      bySource([
        { source: 'A', n: 1 },
        { source: 'B', n: 2 },
        { source: 'A', n: 3 },
      ]).map(({ items }) => items.length),
    ).toEqual([2, 1]));
  it('tells sittings', () => {
    expect(plain(sittingsText({ ...INSTANCE, seances_min: 2, seances_max: 3, periode: 'annee' }))).toBe(
      'de 2 à 3 séances par an',
    );
    expect(plain(sittingsText({ ...INSTANCE, seances_min: 1, periode: 'mois' }))).toBe('1 séance au moins par mois');
    expect(sittingsText({ ...INSTANCE, sur_demande: true })).toBe('à la demande');
    expect(sittingsText(INSTANCE)).toBe('sans nombre fixé');
  });
  it('tells delays and due dates', () => {
    expect(
      plain(
        delayText({
          nom: 'Règlement adopté',
          duree: 3,
          unite: 'mois',
          sens: 'apres',
          evenement: 'la demande du maire',
        }),
      ),
    ).toBe('Règlement adopté : 3 mois après la demande du maire');
    expect(dueText({ code: 'E', nom: '', source: '', jours: ['06-30', '12-31'] })).toBe(
      'chaque année, 30 juin et 31 décembre',
    );
    expect(plain(dueText({ code: 'E', nom: '', source: '', tous_les_mois: 24 }))).toBe('tous les 24 mois');
    expect(dueText({ code: 'E', nom: '', source: '' })).toBe('une fois');
  });
});
