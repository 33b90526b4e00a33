import { useState } from 'react';
import { lastRequest } from '../api/last-problem';
import { VERSION } from '../version';
import { reportText } from './report';

/** « Signaler un problème »: copies what whoever helps needs to know. Nothing is sent anywhere. */
export function ReportProblem() {
  const [told, setTold] = useState<{ readonly text: string; readonly isCopied: boolean }>();
  const copy = async () => {
    const text = reportText({ address: location.href, version: VERSION, requestId: lastRequest() });
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setTold({ text, isCopied });
  };
  return (
    <span className="report">
      <button type="button" className="button plain" onClick={() => void copy()}>
        Signaler un problème
      </button>
      <span role="status">
        {told && (
          <>
            {told.isCopied
              ? ' Copié. Collez ceci dans un message à qui gère vos accès, en disant ce que vous attendiez : '
              : ' Copiez ceci dans un message à qui gère vos accès, en disant ce que vous attendiez : '}
            <code className="report-text">{told.text}</code>
          </>
        )}
      </span>
    </span>
  );
}
