import * as fc from 'fast-check';
import type { Import } from '../naive/cells';
import { dayOfChoice } from './days';
import { importsOf } from './history';
import { describedRehousings, rehousings } from './rehousing-rows';
import { described } from './rows';
import { dayChoice, territory } from './territory';
import { MOST_IMPORTS } from './versions';
import { style, type Style } from './write';

/** Valid imports in their order, the instant and the style of each, and the instants to report on. */
export interface RehousingHistory {
  readonly imports: readonly { readonly rows: Import; readonly at: string; readonly style: Style }[];
  /** Instants (RFC 3339) before, between and after the imports. */
  readonly asked: readonly string[];
  /** The import that is made twice in a row. */
  readonly repeated: number;
}

/** Some of these times are on the next day in Paris, in winter or in summer. */
const time = fc.constantFrom('00:00:00Z', '12:00:00Z', '21:59:59.999Z', '22:00:00Z', '23:00:00Z', '23:30:00+02:00');
const instant = fc.tuple(dayChoice, time);

/** Random operations in random territories. Imports without faults bring them during the period of the moves. */
export const rehousingHistory: fc.Arbitrary<RehousingHistory> = fc
  .record({
    territory,
    rehousings,
    count: fc.integer({ min: 2, max: MOST_IMPORTS }),
    styles: fc.array(style, { minLength: MOST_IMPORTS, maxLength: MOST_IMPORTS }),
    at: fc.array(instant, { minLength: MOST_IMPORTS, maxLength: MOST_IMPORTS }),
    asked: fc.array(instant, { minLength: 3, maxLength: 6 }),
    repeated: fc.nat(MOST_IMPORTS - 1),
  })
  .map(({ territory: of, rehousings: choices, count, styles, at, asked, repeated }) => {
    const instantOf = ([choice, clock]: (typeof at)[number]) => `${dayOfChoice(of, choice)}T${clock}`;
    const instants = at.map(instantOf).sort((a, b) => Date.parse(a) - Date.parse(b));
    const imports = importsOf([...described(of), ...describedRehousings(of, choices)], count).map((rows, index) => ({
      rows,
      at: instants[index]!,
      style: styles[index]!,
    }));
    return { imports, asked: asked.map(instantOf), repeated: repeated % imports.length };
  });
