import { across, HEIGHT, INNER, labelled, labelUp, stretchesOf, up, WIDTH, type TrendPoint } from './trend-geometry';

interface Trend {
  /** The finding, in a sentence: what is read where the chart is not seen. */
  readonly title: string;
  readonly points: readonly TrendPoint[];
  /** The value at the top of the axis: 1 for shares. */
  readonly most: number;
  readonly textOf: (value: number) => string;
  /** The same on the axis, where the values are round. */
  readonly axisText: (value: number) => string;
  readonly target?: { readonly value: number; readonly label: string } | undefined;
}

const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/** A line over periods, from 0, with its target as a dashed line: a figure of data alone, for a page or for paper. */
export function TrendChart({ title, points, most, textOf, axisText, target }: Trend) {
  const told = labelled(points);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
      {QUARTERS.map((share) => (
        <g key={share}>
          <line className="grid" x1={INNER.left} x2={INNER.right} y1={up(share, 1)} y2={up(share, 1)} />
          <text x={INNER.left - 6} y={up(share, 1) + 4} textAnchor="end">
            {axisText(share * most)}
          </text>
        </g>
      ))}
      {target && (
        <>
          <line
            className="target"
            x1={INNER.left}
            x2={INNER.right}
            y1={up(target.value, most)}
            y2={up(target.value, most)}
          />
          <text className="strong" x={INNER.right + 6} y={up(target.value, most) + 4}>
            {target.label}
          </text>
        </>
      )}
      {stretchesOf(points).map((stretch) => (
        <polyline
          key={stretch[0]}
          className="line"
          points={stretch.map((index) => `${across(index, points.length)},${yOf(points[index]!, most)}`).join(' ')}
        />
      ))}
      {points.map((point, index) => (
        <Mark
          key={point.label}
          point={point}
          x={across(index, points.length)}
          y={yOf(point, most)}
          targetY={target && up(target.value, most)}
          text={told.has(index) && point.value !== null ? textOf(point.value) : undefined}
          isNamed={points.length <= 8 || index % 4 === 0}
        />
      ))}
    </svg>
  );
}

const yOf = ({ value }: TrendPoint, most: number): number => up(value ?? 0, most);

function Mark({
  point: { label, value, isUnfinished },
  x,
  y,
  targetY,
  text,
  isNamed,
}: {
  point: TrendPoint;
  x: number;
  y: number;
  targetY: number | undefined;
  text: string | undefined;
  isNamed: boolean;
}) {
  return (
    <>
      {isNamed && (
        <text x={x} y={HEIGHT - 8} textAnchor="middle">
          {label}
        </text>
      )}
      {value !== null && <circle className={isUnfinished ? 'point open' : 'point'} cx={x} cy={y} r="4" />}
      {text !== undefined && (
        <text className="strong" x={x} y={labelUp(y, targetY)} textAnchor="middle">
          {text}
        </text>
      )}
    </>
  );
}
