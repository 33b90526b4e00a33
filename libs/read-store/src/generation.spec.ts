import { nextGeneration } from './generation';

describe('the names of generations', () => {
  it('sort in the order in which they were given', () => {
    const names: string[] = [];
    for (let at = 0; at < 60; at++) names.push(nextGeneration(names.at(-1)));
    expect(names.slice(0, 2)).toEqual(['a', 'b']);
    expect([...names].sort()).toEqual(names);
    expect(new Set(names).size).toBe(60);
  });
});
