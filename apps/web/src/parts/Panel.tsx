import { useEffect, useRef, type ReactNode } from 'react';

interface PanelProps {
  readonly label: ReactNode;
  readonly side?: 'left' | 'right';
  /** What is chosen in it, where one choice is all: once it changes, the panel closes, and what it lay over is in reach. */
  readonly chosen?: string | undefined;
  readonly onOpen?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** What opens under a word of the page. `Échap` closes it and gives the focus back; so does a click elsewhere. */
export function Panel({ label, side = 'right', chosen, onOpen, children }: PanelProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: MouseEvent) => {
      if (!details.current?.contains(event.target as Node)) details.current?.removeAttribute('open');
    };
    document.addEventListener('click', close);
    return () => document.removeEventListener('click', close);
  }, []);
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current !== chosen) closed(details.current);
    before.current = chosen;
  }, [chosen]);
  return (
    <details
      ref={details}
      className={`panel ${side}`}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return;
        event.stopPropagation();
        closed(details.current);
      }}
    >
      <summary>{label}</summary>
      <div className="content">{children}</div>
    </details>
  );
}

/** A focus that was inside goes to the word that opens it. */
function closed(details: HTMLDetailsElement | null): void {
  if (!details?.open) return;
  const hadFocus = details.contains(document.activeElement);
  details.open = false;
  if (hadFocus) details.querySelector('summary')?.focus();
}
