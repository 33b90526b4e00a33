import { useState } from 'react';
import { saveFile } from '../api/client';
import { keptToken } from '../api/token';
import { Problem } from './Problem';

/** A link to a file of the API. Under a session the browser saves it as it comes; a token is shown by the script. */
export function FileLink({ address, isMain, children }: { address: string; isMain?: boolean; children: string }) {
  const [error, setError] = useState<unknown>();
  return (
    <>
      <a
        className={isMain ? 'button main' : 'button'}
        href={address}
        download
        onClick={(event) => {
          if (keptToken() === undefined) return;
          event.preventDefault();
          setError(undefined);
          void saveFile(address).catch(setError);
        }}
      >
        {children}
      </a>
      {error !== undefined && <Problem error={error} />}
    </>
  );
}
