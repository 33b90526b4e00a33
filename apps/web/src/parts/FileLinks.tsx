import { useState } from 'react';
import { saveFile } from '../api/client';
import { keptToken } from '../api/token';
import { Panel } from './Panel';
import { Problem } from './Problem';

export type FileFormat = 'csv' | 'xlsx' | 'pdf';

const FORMATS: readonly { readonly format: FileFormat; readonly label: string }[] = [
  { format: 'xlsx', label: 'Classeur (XLSX)' },
  { format: 'pdf', label: 'Document à imprimer (PDF)' },
  { format: 'csv', label: 'Texte (CSV)' },
];

/** The files that say what the page says. Under a session they are plain links; who shows a token lets the script fetch them. */
export function FileLinks({ what, addressOf }: { what: string; addressOf: (format: FileFormat) => string }) {
  const [error, setError] = useState<unknown>();
  const fetchIt = (address: string) => {
    setError(undefined);
    saveFile(address).catch(setError);
  };
  return (
    <Panel label="Exporter">
      <p>{what}</p>
      <ul>
        {FORMATS.map(({ format, label }) => (
          <li key={format}>
            <a
              href={addressOf(format)}
              download
              onClick={(event) => {
                if (!keptToken()) return;
                event.preventDefault();
                fetchIt(addressOf(format));
              }}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
      {error !== undefined && <Problem error={error} />}
    </Panel>
  );
}

/** Prints the page as it stands: each page is made for paper too. */
export function PrintButton() {
  return (
    <button type="button" className="button plain on-screen" onClick={() => window.print()}>
      Imprimer
    </button>
  );
}
