import fc from 'fast-check';
import * as accounts from '#accounts';
import * as allocation from '#allocation';
import * as compliance from '#compliance';
import * as convention from '#convention';
import * as criteria from '#criteria';
import * as eventStore from '#event-store';
import { StreamDefinition } from '#event-store';
import * as exchange from '#exchange';
import * as flow from '#flow';
import * as fragility from '#fragility';
import * as imports from '#imports';
import * as prefect from '#prefect';
import * as readings from '#readings';
import * as rehousing from '#rehousing';
import * as territory from '#territory';
import * as tokens from '#tokens';
import * as vacancy from '#vacancy';
import { EVENT_DEFINITIONS } from './events';

const LIBRARIES: readonly object[] = [
  accounts,
  allocation,
  compliance,
  convention,
  criteria,
  eventStore,
  exchange,
  flow,
  fragility,
  imports,
  prefect,
  readings,
  rehousing,
  territory,
  tokens,
  vacancy,
];

/** Categories from before the rule against hyphens. They must stay readable; no category is added here. */
const HYPHENATED = ['residence-ownership', 'fragility-note', 'fragility-survey', 'priority-list', 'named-list-reads'];

const categories = EVENT_DEFINITIONS.map(({ category }) => category);

/** Possible ids: codes in files are almost free text, so a code may look like the end of another stream's name. */
const ids = fc
  .tuple(
    fc.constantFrom('', '~', '~~'),
    fc.constantFrom('', ...categories.flatMap((category) => category.split('-')).map((word) => `${word}-`)),
    fc.constantFrom('', 'R1', 'R1@2024-01-01', '~', '-', 'é 1'),
  )
  .map((parts) => parts.join(''));

describe('the definitions of events', () => {
  it('contain every stream definition of the libraries', () => {
    const found = LIBRARIES.flatMap((library) => Object.values(library)).filter(
      (value) => value instanceof StreamDefinition,
    );
    expect(new Set(found)).toEqual(new Set(EVENT_DEFINITIONS));
    expect(found).toHaveLength(EVENT_DEFINITIONS.length);
  });

  it('have different categories, and no type is in two of them', () => {
    const types = EVENT_DEFINITIONS.flatMap((streams) => streams.types);
    expect(new Set(categories).size).toBe(categories.length);
    expect(types.filter((type, at) => types.indexOf(type) !== at)).toEqual([]);
  });

  it('have categories without a hyphen, except the old ones', () => {
    expect(categories.filter((category) => !/^[a-z]+$/.test(category)).sort()).toEqual([...HYPHENATED].sort());
  });

  it('declare it where one category is the beginning of another, followed by a hyphen', () => {
    const hidden = EVENT_DEFINITIONS.flatMap(({ category, shadowedBy }) =>
      categories
        .filter((other) => other.startsWith(`${category}-`))
        .map((other) => [category, other.slice(category.length + 1), shadowedBy]),
    );
    expect(hidden).toEqual([['residence', 'ownership', 'ownership']]);
    expect(EVENT_DEFINITIONS.filter(({ shadowedBy }) => shadowedBy).map(({ category }) => category)).toEqual([
      'residence',
    ]);
  });

  it('give each id of each category a stream of its own, and read the id back from its name', () => {
    const named = fc.tuple(fc.constantFrom(...EVENT_DEFINITIONS), ids);
    fc.assert(
      fc.property(named, named, ([one, id], [other, otherId]) => {
        const same = one === other && (id === otherId || one.name(id) === one.category);
        expect(one.name(id) === other.name(otherId)).toBe(same);
        expect(other.owns(one.name(id))).toBe(one === other);
        if (one.name(id) !== one.category) expect(one.idOf(one.name(id))).toBe(id);
      }),
      { numRuns: 2_000 },
    );
  });
});
