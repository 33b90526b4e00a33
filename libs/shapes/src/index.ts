export {
  calendarDay,
  DAY_EXPECTED,
  readText,
  remembering,
  Unreadable,
  type CellForm,
  type CellReader,
} from './cell-reader';
export { cell, choice, oneOf, text, trueOrFalse, wholeNumber } from './leaves';
export { childOf, type JsonNode, type ObjectNode } from './located-json';
export { Notices, type JsonNotice } from './notices';
export { list, map, object, optional, required, type Member, type Members, type Read } from './objects';
export { either, refine, textOf, type Reporter, type Shape, type ValueOf } from './shape';
