export { calendarDay, readText, Unreadable, type CellForm, type CellReader } from '#shapes';
export * from './codes';
export { readJsonCell, shownCell } from './json-cell';
export { InvisibleInCode } from './texts';
export * from './numbers';
export * from './texts';
