import fc from 'fast-check';
import { EVERYTHING } from '#access';
import type { Position } from '#event-store';
import type { JsonObject } from '#kernel';
import type { Where } from '#read-store';
import { temporaryReadStore } from '#read-store/testing';
import { all, any, holds, is, kept, yes, type Traits } from '../figures/condition';
import { contributesOf, countersOf } from '../figures/counters';
import { FIGURE_PARTS, PRINTED, UNPRINTED } from '../figures/definitions';
import { figureCounts } from '../figures/figure';
import { emptyVector } from '../figures/vector';
import { COMPLIANCE_MODEL } from '../projections/model';
import { randomTraits } from '../testing';
import { figureConditions, whereOf } from './figure-conditions';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 100 : 8;
const LEASES = 200;
const FIRST = '0000000000000001' as Position;

describe('the leases that a store finds for a figure', () => {
  const read = temporaryReadStore();
  afterAll(() => read.destroy());

  /** Stores leases with these facts only. The id of a lease is made from its index. */
  async function stored(leases: readonly Traits[]) {
    const model = await read.store.beside(COMPLIANCE_MODEL);
    const bodies = leases.map((traits) => ({ ...traits, contributes: contributesOf(traits) }) as unknown as JsonObject);
    await model.commit(
      bodies.map((body, index) => ({ collection: 'allocations', id: idOf(index), position: FIRST, body })),
      null,
    );
    return async (where: Where) => {
      const page = await model.find({ collection: 'allocations', scope: EVERYTHING, where, limit: LEASES });
      return page.documents.map(({ id }) => id).sort();
    };
  }

  it('are those that the figure counts, for every figure and each of its parts', async () => {
    const leases = fc.array(randomTraits, { minLength: LEASES, maxLength: LEASES });
    await fc.assert(
      fc.asyncProperty(leases, async (drawn) => {
        const find = await stored(drawn);
        for (const definition of [...PRINTED, ...UNPRINTED]) {
          for (const part of FIGURE_PARTS) {
            const { code } = definition;
            const found = await find(figureConditions(code, part)!);
            expect({ code, part, found }).toEqual({ code, part, found: countedIn(code, part, drawn) });
            expect(found).toEqual(idsWhere(drawn, (traits) => holds(definition[part], traits)));
          }
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a store', () => {
  it('cannot be asked for `any` condition, unless the condition is kept', () => {
    const either = any(yes('transfer'), yes('priority'));
    expect(() => whereOf(all(is('note', 3), either))).toThrow('one condition or another');
    expect(whereOf(all(is('note', 3), kept(2, either)))).toEqual({ note: 3, contributes: { in: [2, 3] } });
  });

  it('cannot be asked for unknown among other values', () => {
    expect(() => whereOf(is('quartile', '1', null))).toThrow('unknown among other values');
    expect(whereOf(is('quartile', null))).toEqual({ quartile: null });
  });

  it('gets no conditions for an unknown figure', () => {
    expect(figureConditions('Q5', 'numerator')).toBeUndefined();
  });
});

function idOf(index: number): string {
  return `lease-${String(index).padStart(3, '0')}`;
}

function idsWhere(leases: readonly Traits[], wanted: (traits: Traits) => boolean): readonly string[] {
  return leases.flatMap((traits, index) => (wanted(traits) ? [idOf(index)] : []));
}

/** The leases that a report counts, one by one. */
function countedIn(code: string, part: (typeof FIGURE_PARTS)[number], leases: readonly Traits[]): readonly string[] {
  return idsWhere(leases, (traits) => {
    const vector = emptyVector();
    for (const counter of countersOf(traits)) vector[counter]! += 1;
    return figureCounts(code, vector)![part] === 1;
  });
}
