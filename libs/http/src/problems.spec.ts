import { codeOfStatus, isProblemCode, PROBLEM_CODES, problemOf, statusLine } from './problems';

describe('the catalogue of problems', () => {
  it.each(PROBLEM_CODES)('describes %s in whole French sentences, with an error status', (code) => {
    const problem = problemOf(code);
    expect(problem).toMatchObject({ code, type: `urn:mixite:problem:${code}` });
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(problem.title).toMatch(/^[A-ZÀÉ]/);
    expect(problem.detail).toMatch(/\.$/);
    expect(problem.detail).not.toMatch(/undefined(?!\.$)/);
  });

  it('knows the refusals and errors of the libraries behind the routes', () => {
    const codes = [
      'not-allowed',
      'scope-not-allowed',
      'period-reversed',
      'unknown-figure',
      'import-not-allowed',
      'import-under-way',
      'import-conflict',
      'import-into-demo',
      'household-erased',
      'idempotency-key-reused',
      'keys-busy',
      'lease-conflict',
      'unknown-position',
      'stale-cursor',
      'projection-late',
      'projection-stopped',
    ];
    expect(codes.filter((code) => !isProblemCode(code))).toEqual([]);
  });

  it('says first how a person comes in, then how a program does', () => {
    expect(problemOf('not-authenticated').detail).toMatch(/^Connectez-vous.*Un programme.*Bearer/);
  });

  it('adds further members to a problem', () => {
    expect(problemOf('import-refused', { faults: 3 }, { faults: [1, 2, 3] })).toMatchObject({
      status: 422,
      detail: 'Rien n’a été importé : 3 erreurs sont à corriger dans les fichiers.',
      faults: [1, 2, 3],
    });
  });

  it('throws for a code that it does not contain', () => {
    expect(isProblemCode('toString')).toBe(false);
    expect(() => problemOf('toString')).toThrow();
    expect(codeOfStatus(500)).toBeUndefined();
    expect(codeOfStatus(418)).toBe('malformed-request');
  });

  it('gives the HTTP status line', () => {
    expect(statusLine(problemOf('headers-too-large'))).toBe('HTTP/1.1 431 Request Header Fields Too Large');
  });
});
