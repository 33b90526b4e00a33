export { calendarDay, readText, Unreadable, type CellForm, type CellReader } from '#shapes';
export * from './codes';
export { InvisibleInCode } from './invisible';
export * from './numbers';
export * from './texts';
