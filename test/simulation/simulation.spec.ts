import { simulate } from './simulate';
import { VERB_OF } from './rules/table';

const SEED = Number(process.env['MIXITE_SEED'] ?? 20_261_130);

/** A year of a small town; `npm run simulate` lives one of thousands of vacancies. */
describe('a simulated year', () => {
  it('keeps every rule of process.md while its service is killed, and gives the figures of the same year from files', async () => {
    const settings = {
      seed: SEED,
      vacancies: 15,
      crashes: 1,
      officers: 6,
      year: 2025,
      scopes: ['reservataire', 'qpv'],
    };
    const { commands, rules, crashes, leases } = await simulate(settings, () => undefined);
    expect([crashes, leases > 3]).toEqual([1, true]);
    // A seed may leave out a rare verb, but not the course of a vacancy.
    const usual = ['declaration', 'orientation', 'candidates', 'commission', 'offer', 'acceptance', 'lease', 'notice'];
    expect(usual.filter((verb) => !commands.get(verb)?.get('done'))).toEqual([]);
    expect([...commands.keys()].filter((verb) => Object.values(VERB_OF).includes(verb)).length).toBeGreaterThan(12);
    for (const rule of [
      'timers act on the right day',
      'one lease a household at a time',
      'the same figures as from files',
    ])
      expect(rules.get(rule)).toBeGreaterThan(0);
  }, 600_000);
});
