import { FIRST_BOUND_2024 } from './sqy/printed';

/** The upper bounds of the first three quartiles of a year: whole euros a year for each consumption unit. */
export interface Bounds {
  readonly year: number;
  readonly q1: number;
  readonly q2: number;
  readonly q3: number;
}

/** The first year whose bounds are known: the printed first bound. Before it, files give quartiles and no incomes. */
export const FIRST_BOUNDS = 2024;

/** The order on the first bound comes in March, the State's data on the others in May. Each counts from 1 January. */
export const ORDER_MONTH = '03';
export const DATA_MONTH = '05';

/** Only the first bound of 2024 is printed. The others are made up: the first bounds rise by 2.5 % a year. */
export function boundsOf(year: number): Bounds {
  let q1 = FIRST_BOUND_2024;
  for (let past = FIRST_BOUNDS; past < year; past += 1) q1 = Math.floor((q1 * 1025) / 1000);
  return { year, q1, q2: Math.floor((q1 * 152) / 100), q3: Math.floor((q1 * 210) / 100) };
}
