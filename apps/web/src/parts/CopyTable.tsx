import { useState } from 'react';
import { tableHtml, tabbedText, type CopiedTable } from '../format/copied-table';
import { count } from '../format/numbers';

const SAID_FOR = 4_000;

/** « Copier le tableau »: a spreadsheet takes the HTML, a letter the text. */
export function CopyTable({ table, label = 'Copier le tableau' }: { table: () => CopiedTable; label?: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      const copied = table();
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([tabbedText(copied)], { type: 'text/plain' }),
          'text/html': new Blob([tableHtml(copied)], { type: 'text/html' }),
        }),
      ]);
      setSaid(copied.length === 2 ? '1 ligne copiée' : `${count(copied.length - 1)} lignes copiées`);
    } catch {
      setSaid('Ce navigateur ne permet pas de copier d’ici');
    }
    setTimeout(() => setSaid(''), SAID_FOR);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status" className="note">
        {said}
      </span>
    </>
  );
}
