import { Link } from '@tanstack/react-router';
import { useAddress } from '../url/address';

interface TabsProps {
  /** What the views are of, for who reads by ear. */
  readonly label: string;
  /** The name in the address; the first view stands there by no value. */
  readonly name: string;
  readonly tabs: readonly { readonly code: string; readonly label: string }[];
  readonly current: string;
  /** Names of the address that mean something in one view only. */
  readonly without?: readonly string[];
}

/** The views of a page. They are links, so that one can be kept, sent and opened beside another. */
export function Tabs({ label, name, tabs, current, without = [] }: TabsProps) {
  const { search } = useAddress();
  const kept = Object.fromEntries(Object.entries(search).filter(([key]) => key !== name && !without.includes(key)));
  return (
    <nav aria-label={label} className="on-screen">
      <ul className="tabs">
        {tabs.map(({ code, label: text }, index) => (
          <li key={code}>
            <Link
              to="."
              search={(index === 0 ? kept : { ...kept, [name]: code }) as never}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={code === current ? 'page' : undefined}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
