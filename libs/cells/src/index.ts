export { calendarDay, readText, Unreadable, type CellForm, type CellReader } from '#shapes';
export * from './codes';
export * from './column';
export { columnExample, columnSchema } from './column-schema';
export { InvisibleInCode } from './texts';
export * from './numbers';
export * from './texts';
