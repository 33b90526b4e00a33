import fc from 'fast-check';
import { VECTOR_LENGTH } from './counters';
import { addPacked, emptyVector, packed } from './vector';

describe('a packed vector', () => {
  it('gives back the counts that it was made from', () => {
    const counts = fc.array(fc.oneof(fc.nat(40), fc.nat(5_000_000_000)), {
      minLength: VECTOR_LENGTH,
      maxLength: VECTOR_LENGTH,
    });
    fc.assert(
      fc.property(counts, counts, (vector, others) => {
        const sum = emptyVector();
        addPacked(sum, packed(vector));
        addPacked(sum, packed(others));
        expect(sum).toEqual(vector.map((count, index) => count + others[index]!));
      }),
    );
  });

  it('needs no escape in JSON and leaves zeros at the end out', () => {
    const every = Array.from({ length: 1024 }, (_, index) => index);
    expect(JSON.stringify(packed(every))).toHaveLength(packed(every).length + 2);
    expect(packed(emptyVector())).toBe('');
  });

  it('refuses a count below zero', () => {
    expect(() => packed([-1])).toThrow(expect.objectContaining({ code: 'negative-counter' }));
  });
});
