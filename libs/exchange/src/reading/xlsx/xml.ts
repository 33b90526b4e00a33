import { SaxesParser } from 'saxes';
import { TableProblem } from '../fault';

/** What is called for the elements and texts of an XML part. Names come without their prefix: every program chooses its own. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text?(text: string): void;
}

/** No tag of a workbook is longer. The parser would keep a hostile one in memory until its end. */
const LONGEST_CONSTRUCT = 2 * 1024 * 1024;

/**
 * Reads an XML part piece by piece. The parser knows only the five entities of XML itself, so none can expand.
 * Yields after each piece, so that the caller can take what the handlers collected.
 */
export async function* readXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): AsyncGenerator<void> {
  let pending = 0;
  const seen = <Value>(handle: (value: Value) => void) => {
    return (value: Value): void => {
      pending = 0;
      handle(value);
    };
  };
  const parser = new SaxesParser({ position: false });
  parser.on('error', () => {
    throw new TableProblem('le contenu du classeur est endommagé : enregistrez-le de nouveau depuis Excel');
  });
  parser.on(
    'opentag',
    seen((tag) => handlers.open(localName(tag.name), tag.attributes as Record<string, string>)),
  );
  parser.on(
    'closetag',
    seen((tag) => handlers.close(localName(tag.name))),
  );
  parser.on(
    'text',
    seen((text: string) => handlers.text?.(text)),
  );
  parser.on(
    'cdata',
    seen((text: string) => handlers.text?.(text)),
  );
  parser.on(
    'comment',
    seen(() => undefined),
  );
  for await (const piece of pieces) {
    parser.write(piece);
    pending += piece.length;
    if (pending > LONGEST_CONSTRUCT) throw new TableProblem('cellule trop longue : 1 Mio au plus est accepté');
    yield;
  }
  parser.close();
  yield;
}

/** Reads a part to its end at once. */
export async function readWholeXml(pieces: AsyncIterable<string>, handlers: XmlHandlers): Promise<void> {
  const reading = readXml(pieces, handlers);
  while (!(await reading.next()).done);
}

/** An attribute by its local name. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (name in attributes) return attributes[name];
  return Object.entries(attributes).find(([key]) => localName(key) === name)?.[1];
}

/** Decodes characters that OOXML writes as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
