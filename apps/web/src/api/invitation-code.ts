const PATH = '/invitation';

let taken: string | undefined;
const listeners = new Set<() => void>();

/**
 * Takes the code out of the fragment of `/invitation#…`, at once: from then on it stands in no address and in no history. It is kept in the
 * memory of the page alone, so a page that is loaded again knows it no more.
 */
export function takeInvitation(): void {
  const take = () => {
    const code = location.hash.slice(1);
    if (location.pathname !== PATH || code === '') return;
    taken = code;
    history.replaceState(history.state, '', location.pathname + location.search);
    listeners.forEach((listener) => listener());
  };
  take();
  // Another link may be opened in the same tab: a browser then loads nothing.
  window.addEventListener('hashchange', take);
}

/** The code that the address gave, for React to follow. */
export const invitationCode = {
  current: (): string | undefined => taken,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
