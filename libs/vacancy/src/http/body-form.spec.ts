import { calendarDay, code, integer, money, optional, required, yesNo } from '#cells';
import { ProblemError } from '#http';
import { BodyForm, listOf, optionalObject, wordsOf } from './body-form';

const VOTES = new BodyForm({ pour: optional('pour', integer(0, 9), '5') });
const FORM = new BodyForm({
  on: required('date', calendarDay, '2024-03-15'),
  rent: optional('loyer', money, '412,30'),
  isNew: optional('neuf', yesNo, 'N'),
  secret: optional('numero', integer(1, 2), '1', { personal: true }),
  decisions: listOf(
    'decisions',
    new BodyForm({ who: required('qui', code, 'A'), votes: optionalObject('voix', VOTES) }),
    [],
  ),
  accords: wordsOf('accords', ['a', 'b']),
});
const WHOLE = { date: '15/03/2024', decisions: [{ qui: 'X' }], accords: ['b'] };

function columnsOf(body: object): readonly string[] {
  const read = FORM.read(body);
  return read.valid ? [] : read.faults.map(({ column }) => column);
}

function problemOf(work: () => unknown): ProblemError {
  try {
    work();
  } catch (error) {
    return error as ProblemError;
  }
  throw new Error('nothing was refused');
}

describe('the body of a command', () => {
  it('is read like the cells of a file: euros to cents, both forms of a day, O and N or true and false', () => {
    const body = {
      ...WHOLE,
      loyer: '1 412,30 €',
      neuf: true,
      numero: 2,
      decisions: [{ qui: 'X', voix: { pour: '4' } }],
    };
    expect(FORM.read(body)).toEqual({
      valid: true,
      fields: {
        on: '2024-03-15',
        rent: 141_230,
        isNew: true,
        secret: 2,
        decisions: [{ who: 'X', votes: { pour: 4 } }],
        accords: ['b'],
      },
    });
    expect(FORM.read({ ...WHOLE, loyer: 412.3, neuf: 'n' })).toMatchObject({ fields: { rent: 41_230, isNew: false } });
    expect(FORM.read({ ...WHOLE, loyer: '', neuf: null })).toMatchObject({
      fields: { rent: null, isNew: null, decisions: [{ votes: null }] },
    });
  });

  it('gives every fault at once, by its column and its place', () => {
    expect(columnsOf({})).toEqual(['date', 'decisions', 'accords']);
    const wrong = {
      date: '2024-02-30',
      loyer: '-1',
      decisions: [{ qui: 'X' }, { voix: { pour: 10 } }, 3],
      accords: ['c'],
    };
    expect(columnsOf(wrong)).toEqual([
      'date',
      'loyer',
      'decisions.1.qui',
      'decisions.1.voix.pour',
      'decisions.2',
      'accords',
    ]);
    expect(columnsOf({ ...WHOLE, decisions: 'aucune' })).toEqual(['decisions']);
    // A rule refuses it: three applications are needed.
    expect(columnsOf({ ...WHOLE, decisions: [] })).toEqual([]);
    expect(columnsOf({ ...WHOLE, loyer: { euros: 3 } })).toEqual(['loyer']);
  });

  it('never repeats a personal value', () => {
    const read = FORM.read({ ...WHOLE, numero: '078SECRET', loyer: 'gratuit' });
    expect(JSON.stringify(read)).not.toContain('078SECRET');
    expect(read).toMatchObject({
      faults: [
        { column: 'loyer', value: 'gratuit' },
        { column: 'numero', value: '' },
      ],
    });
  });

  it('is refused whole where it is no object, or has members that the command does not have', () => {
    for (const body of [undefined, null, 'texte', 3, [WHOLE]])
      expect(problemOf(() => FORM.read(body))).toMatchObject({ code: 'invalid-request' });
    const unknown = { ...WHOLE, autre: 1, decisions: [{ qui: 'X', voix: { contre: 1, maire: 'pour' } }] };
    expect(problemOf(() => FORM.read(unknown)).members['parameters']).toMatchObject([
      { parameter: 'autre' },
      { parameter: 'decisions.0.voix.contre' },
      { parameter: 'decisions.0.voix.maire' },
    ]);
    expect(problemOf(() => FORM.read({ ...WHOLE, __proto__: null, toString: 1 }))).toBeInstanceOf(ProblemError);
  });

  it('may be read for the members that it has', () => {
    expect(FORM.readGiven({ loyer: '' })).toEqual({ valid: true, fields: { rent: null } });
    expect(FORM.readGiven({ date: '' })).toMatchObject({ valid: false, faults: [{ column: 'date' }] });
  });

  it('documents its columns with the examples of the files', () => {
    expect(FORM.schema).toMatchObject({
      required: ['date', 'decisions', 'accords'],
      properties: { loyer: { example: 412.3, nullable: true }, accords: { items: { enum: ['a', 'b'] } } },
      example: { date: '2024-03-15', loyer: 412.3, neuf: false },
    });
  });
});
