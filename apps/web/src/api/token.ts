const KEPT = 'mixite-jeton';

/**
 * Takes a token out of the fragment `#jeton=…`, which no browser sends anywhere, so that it stays in no address and in no history. It is
 * kept for this tab until the tab is closed. People sign in by a session; a token is for who comes in without an account.
 */
export function takeToken(): void {
  const given = new URLSearchParams(location.hash.slice(1)).get('jeton');
  if (!given) return;
  sessionStorage.setItem(KEPT, given);
  history.replaceState(null, '', location.pathname + location.search);
}

export const keptToken = (): string | undefined => sessionStorage.getItem(KEPT) ?? undefined;

export const forgetToken = (): void => sessionStorage.removeItem(KEPT);
