import { stringifySearch } from '../url/search';
import { FileLink } from './FileLink';

const NAMES: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  xlsx: 'tableur (XLSX)',
  csv: 'CSV',
};

/** The files of what a page shows: the same query, with a format. */
export function Files({
  path,
  query,
  formats,
}: {
  path: string;
  query: Readonly<Record<string, unknown>>;
  formats: readonly string[];
}) {
  return formats.map((format) => (
    <FileLink key={format} address={path + stringifySearch({ ...query, format })}>
      {`Exporter en ${NAMES[format]}`}
    </FileLink>
  ));
}
