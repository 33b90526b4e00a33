import { readDesignation, readFacts, readOffer } from './candidate-bodies';
import { COMMISSION, commissionOf } from './vacancy-bodies';

const PUBLICS = [
  { code: 'jeunes', column: 'public_jeunes' },
  { code: 'asile', column: 'public_asile' },
];
const BODY = {
  type_demande: 'mutation',
  numero_unique: '078000000000000xyz',
  personnes_14_ans_et_plus: '2',
  enfants_moins_14_ans: 1,
  ressources_annuelles: '18450,50',
  dalo: 'O',
  commune_domicile: '78621',
};

describe('the bodies about a candidate', () => {
  it('give a household as a lease has it, with its publics and what only a designation says', () => {
    const body = { ...BODY, public_jeunes: 'O', public_asile: 'O', date_demande: '04/05/2022', revenu_fiscal: '17000' };
    expect(readDesignation(body, PUBLICS)).toMatchObject({
      valid: true,
      fields: {
        verb: 'candidates',
        given: { basis: 'reservation', holder: null },
        household: {
          householdNumber: '078000000000000XYZ',
          transfer: true,
          personsOf14OrMore: 2,
          childrenUnder14: 1,
          income: 1_845_050,
          dalo: true,
          homeCommune: '78621',
          composition: null,
          publics: ['asile', 'jeunes'],
          appliedOn: '2022-05-04',
          taxIncome: 1_700_000,
          expectedBenefit: null,
        },
      },
    });
    expect(() => readDesignation(body, [])).toThrow(expect.objectContaining({ code: 'invalid-request' }) as Error);
  });

  it('correct the columns that are given, and no other', () => {
    const body = { ressources_annuelles: '', dalo: 'N', public_asile: 'N', motif: 'erreur' };
    expect(readFacts(body, PUBLICS)).toEqual({
      valid: true,
      fields: { motive: 'erreur', changes: { income: null, dalo: false }, publics: { asile: false } },
    });
    expect(readFacts({ dalo: 'N' }, PUBLICS)).toMatchObject({ valid: false, faults: [{ column: 'motif' }] });
    expect(() => readFacts({ numero_unique: 'X', motif: 'erreur' }, PUBLICS)).toThrow(
      expect.objectContaining({ code: 'invalid-request' }) as Error,
    );
  });

  it('give ten days to answer where the letter says no number', () => {
    expect(readOffer({ date_notification: '2026-03-25' })).toMatchObject({ fields: { delay: 10 } });
    expect(readOffer({ date_notification: '2026-03-25', delai_jours: 9 })).toMatchObject({ fields: { delay: 9 } });
  });

  it('count no vote where none is given', () => {
    const decisions = [
      { candidate: 'C', decision: 'attribution', voix: { pour: 2 } },
      { candidate: 'D', decision: 'attribution' },
    ];
    const read = COMMISSION.read({ date_caleol: '2026-03-16', decisions });
    expect(read.valid && commissionOf(read.fields)).toMatchObject({
      on: '2026-03-16',
      sitting: null,
      decisions: [{ votes: { pour: 2, contre: 0, abstention: 0, maire: 'absent' } }, { votes: null, rank: null }],
    });
  });
});
