import { useEffect, useState } from 'react';
import { useIsFetching } from '@tanstack/react-query';

const REST_MS = 250;

/**
 * Whether the page has been at rest for a moment since this part came: what its reader does not need first is asked then, after the first
 * figures and not beside them. Once true it stays so.
 */
export function useRest(): boolean {
  const isFetching = useIsFetching() > 0;
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    if (isFetching || isAtRest) return;
    // A page whose script is still on its way has no title yet, and has asked for nothing.
    const timer = setInterval(() => document.querySelector('h1') && setAtRest(true), REST_MS);
    return () => clearInterval(timer);
  }, [isFetching, isAtRest]);
  return isAtRest;
}
