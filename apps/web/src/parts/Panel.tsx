import { useEffect, useRef, type ReactNode } from 'react';

/** What opens under a word of the page. `Échap` closes it and gives the focus back; so does a click elsewhere. */
export function Panel({
  label,
  side = 'right',
  onOpen,
  children,
}: {
  label: ReactNode;
  side?: 'left' | 'right';
  onOpen?: () => void;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: MouseEvent) => {
      if (!details.current?.contains(event.target as Node)) details.current?.removeAttribute('open');
    };
    document.addEventListener('click', close);
    return () => document.removeEventListener('click', close);
  }, []);
  return (
    <details
      ref={details}
      className={`panel ${side}`}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !details.current?.open) return;
        event.stopPropagation();
        details.current.open = false;
        details.current.querySelector('summary')?.focus();
      }}
    >
      <summary>{label}</summary>
      <div className="content">{children}</div>
    </details>
  );
}
