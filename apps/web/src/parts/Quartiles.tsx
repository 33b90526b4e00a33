import type { ReactNode } from 'react';
import { percent } from '../format/numbers';

/** A part of a stacked bar. What is open or unknown is hatched, and each part has its letter: the bar reads without colours. */
export interface Segment {
  readonly key: string;
  readonly letter: string;
  readonly label: string;
  readonly value: number;
  readonly look: 'quartile-1' | 'quartile-2' | 'quartile-3' | 'quartile-4' | 'range' | 'unknown';
  /** Its count in the legend, as a link to its leases. */
  readonly counted: ReactNode;
}

const WIDTH = 704;
const HEIGHT = 28;
/** White between two parts. */
const GAP = 2;
const ROOM_FOR_LETTER = 24;

/** The quartiles of a list as one bar, and under it each part in words: the bar holds nothing that they do not say. */
export function Quartiles({ segments, total }: { segments: readonly Segment[]; total: number }) {
  const shown = segments.filter(({ value }) => value > 0);
  const widthOf = (value: number) => (value / total) * WIDTH;
  const startOf = (index: number) => shown.slice(0, index).reduce((sum, { value }) => sum + widthOf(value), 0);
  return (
    <figure className="quartiles">
      <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        <Hatching />
        {shown.map(({ key, look, letter, value }, index) => (
          <g key={key} className={look} transform={`translate(${startOf(index)})`}>
            <rect x="0.5" y="0.5" width={Math.max(1, widthOf(value) - GAP)} height={HEIGHT - 1} />
            {widthOf(value) >= ROOM_FOR_LETTER && (
              <text x={widthOf(value) / 2} y={HEIGHT / 2}>
                {letter}
              </text>
            )}
          </g>
        ))}
      </svg>
      <figcaption>
        <ul>
          {shown.map(({ key, look, label, value, counted }) => (
            <li key={key}>
              <svg className="key" viewBox="0 0 12 12" aria-hidden="true">
                <g className={look}>
                  <rect x="0.5" y="0.5" width="11" height="11" />
                </g>
              </svg>{' '}
              {label} : {counted} ({percent(value / total)})
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function Hatching() {
  return (
    <defs>
      {(['range', 'unknown'] as const).map((look) => (
        <pattern key={look} id={`hatching-${look}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect className={look} width="6" height="6" />
          <path className="hatch" d="M0 6 6 0" />
        </pattern>
      ))}
    </defs>
  );
}
