import { faultsOfLanguage } from './support/language';

describe('the language of a page', () => {
  it.each([
    ['12,1\u202f%'],
    ['Il manque 1\u202f178 attributions en 2025'],
    ['tel que connu le 29/11/2026, page 1 / 2'],
    ['Article L441-1, R. 441-10 et 10.12 du RGAA'],
    ['La vacance close, le sort des figures, or il met'],
    ['Note 2–4, 3,5 points, « B-2025-001 »'],
    ['CIA-SQY-2025, T2-3, −0,1 point'],
  ])('takes « %s »', (text) => {
    expect(faultsOfLanguage([text])).toEqual([]);
  });

  it.each([
    ['Loading…', 'an English word, Loading'],
    ['Bailleur : undefined', 'an English word, undefined'],
    ['[object Object]', 'an object'],
    ['le 2025-01-31', 'a day as programs write it'],
    ['12.1 %', 'a decimal point'],
    ['1178 attributions', 'a number without spaces'],
    ['-0,1 point', 'a hyphen for a minus'],
    ['12 %', 'a unit without its no-break space'],
  ])('refuses « %s »', (text, fault) => {
    expect(faultsOfLanguage([text])).toContainEqual(expect.stringContaining(fault));
  });
});
