export { workbookParts } from '../xlsx-parts';
export { zip, type ZipPart } from '../zip';
