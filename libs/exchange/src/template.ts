import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '#kernel';
import { csvLine } from '#tables';
import { FILES } from './files';
import type { FileSpec } from './reading/spec';
import { CONVENTION_TEMPLATE } from './template-convention';

/**
 * Writes an example of each file of the format: its header and a row (for letters, each default wording), or a convention. The directory can be imported as it is.
 * @returns the paths written
 * @throws CodedError `template-file-exists` where one of them exists already; nothing is then written
 */
export async function template(directory: string): Promise<readonly string[]> {
  const texts = new Map([...FILES.map((spec) => [spec.file, templateOf(spec)] as const), ...CONVENTION_TEMPLATE]);
  const paths = [...texts.keys()].map((file) => join(directory, file));
  for (const path of paths) if (await exists(path)) throw alreadyThere(path);
  await mkdir(directory, { recursive: true });
  for (const [file, text] of texts) await write(join(directory, file), text);
  return paths;
}

/** The text of an example file. */
export function templateOf(spec: FileSpec): string {
  const header = csvLine(spec.columns.map((column) => column.name));
  const { examples = [spec.columns.map((column) => column.example)] } = spec;
  return `\ufeff${header}${examples.map((row) => csvLine(row)).join('')}`;
}

async function write(path: string, content: string): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(path);
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function alreadyThere(path: string): CodedError {
  const message = `${path} exists: no file is replaced`;
  return new CodedError('template-file-exists', message, { path });
}
