import { START, type Position } from '../event';
import { commitOf, positionOf, resumeAfter } from './position';

describe('positions of EventStoreDB', () => {
  const commits = [0n, 9n, 10n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n, 2n ** 64n - 1n];

  it('keep all 64 bits, and sort as text', () => {
    const positions = commits.map(positionOf);
    expect(positions.map(commitOf)).toEqual(commits);
    expect([...positions].sort()).toEqual(positions);
    expect(positions.every((position) => position > START)).toBe(true);
  });

  it('are undefined for the start', () => {
    expect(commitOf(START)).toBeUndefined();
    expect(resumeAfter(START)).toBeUndefined();
    expect(resumeAfter(positionOf(7n))).toEqual({ commit: 7n, prepare: 7n });
  });

  it.each(['12', '0000000000000012', 'C:12/P:12', '-0000000000000000001'])('are not %s', (text) => {
    expect(() => commitOf(text as Position)).toThrow(expect.objectContaining({ code: 'invalid-position' }));
  });
});
