import { passwordAdvice } from './password';

describe('the advice on a password', () => {
  it.each([
    ['', ''],
    ['girafe', 'Trop court : 6 sur 12 caractères au moins.'],
    ['aaaaaaaaaaaaaaaa', 'Assez long, mais peu varié : il sera sans doute refusé.'],
    ['quatre girafes au violon', 'Assez long. Le service dira s’il se devine trop vite.'],
  ])('says of « %s »: %s', (password, advice) => {
    expect(passwordAdvice(password)).toBe(advice);
  });

  it('counts characters, not the halves of one', () => {
    expect(passwordAdvice('🦒'.repeat(11))).toMatch(/^Trop court : 11/);
  });
});
