import { useState } from 'react';

/** Puts a text on the clipboard, and says that it is there. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [state, setState] = useState<'done' | 'refused'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('done');
    } catch {
      // A browser refuses it outside HTTPS: the text stands on the page.
      setState('refused');
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">
        {state === 'done' && 'Copié.'}
        {state === 'refused' && 'Le navigateur refuse de copier : sélectionnez le texte.'}
      </span>
    </>
  );
}
