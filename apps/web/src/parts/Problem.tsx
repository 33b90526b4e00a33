import type { ReactNode } from 'react';
import { problemOf } from '../api/problem';

/** A refusal or an error of the API, in its own words. What stands around it stays. */
export function Problem({ error, retry, children }: { error: unknown; retry?: () => void; children?: ReactNode }) {
  const { title, detail, requestId } = problemOf(error);
  return (
    <div className="message error" role="alert">
      <p>
        <strong>{title}.</strong> {detail}
      </p>
      {requestId && <p className="note">Numéro de la demande : {requestId}</p>}
      {children}
      {retry && (
        <p className="on-screen">
          <button type="button" className="button" onClick={retry}>
            Réessayer
          </button>
        </p>
      )}
    </div>
  );
}
