import { posix } from 'node:path';
import { TableProblem } from '../fault';
import type { ReadingLimits } from '../limits';
import type { Archive } from './archive';
import { formatOf, type NumberFormat } from './number-format';
import { attribute, readWholeXml, unescaped } from './xml';

/** What the sheet needs from the rest of the workbook. */
export interface Workbook {
  /** The part that holds the first visible sheet. */
  readonly sheet: string;
  /** The other visible sheets. */
  readonly others: readonly OtherSheet[];
  /** Whether days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
  readonly sharedTexts: readonly string[];
  /** The format of each style, by the style number of a cell. */
  readonly formats: readonly NumberFormat[];
}

export interface OtherSheet {
  readonly name: string;
  readonly part: string;
}

export async function readWorkbook(archive: Archive, limits: ReadingLimits): Promise<Workbook> {
  const main = await mainPart(archive);
  const parts = await relationsOf(archive, main);
  const { sheets, from1904 } = await readMain(archive, main);
  const shown = sheets.filter(({ hidden }, _, all) => !hidden || all.every((each) => each.hidden));
  const [sheet, ...others] = shown.flatMap(({ name, id }): OtherSheet[] => {
    const found = parts.find((part) => part.id === id && !part.type.endsWith('/chartsheet'));
    return found && archive.has(found.target) ? [{ name, part: found.target }] : [];
  });
  if (!sheet) throw new TableProblem('le classeur n’a pas de feuille lisible');
  const partOf = (kind: string) =>
    parts.find((part) => part.type.endsWith(`/${kind}`) && archive.has(part.target))?.target;
  const texts = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    sheet: sheet.part,
    others,
    from1904,
    sharedTexts: texts ? await readSharedTexts(archive, texts, limits) : [],
    formats: styles ? await readFormats(archive, styles) : [],
  };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function mainPart(archive: Archive): Promise<string> {
  const parts = await relationsOf(archive, '');
  const main = parts.find((part) => part.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (!archive.has(main))
    throw new TableProblem('ce n’est pas un classeur XLSX, mais un classeur .ods ou une archive : enregistrez en XLSX');
  return main;
}

async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!archive.has(name)) return relations;
  await readWholeXml(archive.read(name), {
    open: (element, attributes) => {
      if (element !== 'Relationship') return;
      const target = attributes['Target'] ?? '';
      relations.push({
        id: attributes['Id'] ?? '',
        type: attributes['Type'] ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
    close: () => undefined,
  });
  return relations;
}

interface ListedSheet {
  readonly name: string;
  readonly id: string | undefined;
  readonly hidden: boolean;
}

async function readMain(archive: Archive, part: string): Promise<{ sheets: ListedSheet[]; from1904: boolean }> {
  const sheets: ListedSheet[] = [];
  let from1904 = false;
  await readWholeXml(archive.read(part), {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (element === 'sheet')
        sheets.push({
          name: attributes['name'] ?? '',
          id: attribute(attributes, 'id'),
          hidden: /hidden/i.test(attributes['state'] ?? ''),
        });
    },
    close: () => undefined,
  });
  return { sheets, from1904 };
}

async function readSharedTexts(archive: Archive, part: string, limits: ReadingLimits): Promise<readonly string[]> {
  const texts: string[] = [];
  let current = '';
  let total = 0;
  let taking = false;
  let phonetic = false;
  await readWholeXml(archive.read(part), {
    open: (element) => {
      if (element === 'si') current = '';
      else if (element === 'rPh') phonetic = true;
      else if (element === 't') taking = !phonetic;
    },
    text: (text) => {
      if (taking) current += text;
    },
    close: (element) => {
      if (element === 't') taking = false;
      else if (element === 'rPh') phonetic = false;
      else if (element === 'si') {
        total += current.length;
        if (total > limits.sharedCharacters || texts.length > limits.sharedCharacters / 8)
          throw new TableProblem(
            'classeur trop grand : ses textes dépassent ce qui peut être lu ; enregistrez la feuille en CSV',
          );
        texts.push(unescaped(current));
      }
    },
  });
  return texts;
}

async function readFormats(archive: Archive, part: string): Promise<readonly NumberFormat[]> {
  const custom = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  await readWholeXml(archive.read(part), {
    open: (element, attributes) => {
      if (element === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (element === 'cellXfs') inCells = true;
      else if (element === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(formatOf(id, custom.get(id)));
      }
    },
    close: (element) => {
      if (element === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
