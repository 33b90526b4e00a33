import { useEffect, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { asOfText, today } from '../format/days';
import { useAsOf } from '../url/as-of';
import type { Search } from '../url/search';
import { useMe } from '../api/me';

interface PageProps {
  readonly title: string;
  /** What the window is called, where it says more than the title: « Attributions (354) ». */
  readonly windowTitle?: string;
  /** The pages above this one, the first one first. */
  readonly crumbs?: readonly { readonly title: string; readonly to: string; readonly search?: Search }[];
  /** Beside the title: the period, printing, files. */
  readonly tools?: ReactNode;
  /** In words, what the page shows a part of: its period and criteria. It stands on each sheet that is printed. */
  readonly criteria?: string;
  readonly children: ReactNode;
}

/** The frame of each page: one `h1`, the title of the window, where one is, and what stands on each printed sheet. */
export function Page({ title, windowTitle = title, crumbs = [], tools, criteria, children }: PageProps) {
  const asOf = useAsOf();
  const { data: me } = useMe();
  const known = asOf === undefined ? '' : `tel que connu le ${asOfText(asOf)}`;
  useEffect(() => {
    document.title = [windowTitle, known, 'Mixité'].filter(Boolean).join(' – ');
  }, [windowTitle, known]);
  usePrintedMargins([me?.territory, title, criteria, known].filter(Boolean).join(' · '));
  return (
    <>
      {crumbs.length > 0 && (
        <nav aria-label="Fil d’Ariane" className="on-screen">
          <small>
            {crumbs.map(({ title: name, to, search }) => (
              <span key={to}>
                <Link to={to as never} search={search as never}>
                  {name}
                </Link>
                {' › '}
              </span>
            ))}
            <span aria-current="page">{title}</span>
          </small>
        </nav>
      )}
      <div className="title-row">
        <h1>{title}</h1>
        {tools && <div className="actions">{tools}</div>}
      </div>
      {children}
    </>
  );
}

/** Writes what each sheet says at its edges. A style sheet made by the script needs no inline style. */
function usePrintedMargins(head: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    const printed = `imprimé le ${today()}`;
    sheet.replaceSync(
      `@media print { @page { @top-left { content: ${quoted(head)}; font-size: 8pt } @bottom-left { content: ${quoted(printed)}; font-size: 8pt } @bottom-right { content: "page " counter(page) " / " counter(pages); font-size: 8pt } } }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [head]);
}

const quoted = (text: string): string =>
  `"${text.replace(/["\\\n]/g, (found) => `\\${found.charCodeAt(0).toString(16)} `)}"`;
