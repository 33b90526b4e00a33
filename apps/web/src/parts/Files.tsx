import { useState } from 'react';
import { saveFile } from '../api/client';
import { keptToken } from '../api/token';
import { stringifySearch } from '../url/search';
import { Problem } from './Problem';

const NAMES: Readonly<Record<string, string>> = {
  pdf: 'PDF',
  xlsx: 'tableur (XLSX)',
  csv: 'CSV',
  json: 'JSON',
};

/**
 * The files of what a page shows: the same query, with a format. Under a session they are plain links, which save a file of any size;
 * a token is shown by the script alone.
 */
export function Files({
  path,
  query,
  formats,
}: {
  path: string;
  query: Readonly<Record<string, unknown>>;
  formats: readonly string[];
}) {
  const [error, setError] = useState<unknown>();
  const addressOf = (format: string) => path + stringifySearch({ ...query, format });
  return (
    <>
      {formats.map((format) => (
        <a
          key={format}
          className="button"
          href={addressOf(format)}
          download
          onClick={(event) => {
            if (keptToken() === undefined) return;
            event.preventDefault();
            setError(undefined);
            saveFile(addressOf(format)).catch(setError);
          }}
        >
          Exporter en {NAMES[format]}
        </a>
      ))}
      {error !== undefined && <Problem error={error} />}
    </>
  );
}
