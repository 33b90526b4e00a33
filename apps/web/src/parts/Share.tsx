/**
 * A share as a bar from 0 to 100 %, and the mark of its target. It holds nothing that the cells beside it do not say, so it is not
 * read by ear.
 * @param rate a fraction; null: no bar
 * @param target a fraction
 */
export function Share({ rate, target }: { rate: number | null; target?: number | undefined }) {
  const width = Math.max(0, Math.min(1, rate ?? 0)) * 100;
  return (
    <svg className="share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="track" width="100" height="10" />
      <rect className="bar" y="1" width={width} height="8" />
      {target !== undefined &&
        // In forced colours the edge parts the mark from the bar.
        ['edge', 'target'].map((name) => (
          <line
            key={name}
            className={name}
            x1={target * 100}
            x2={target * 100}
            y1="0"
            y2="10"
            vectorEffect="non-scaling-stroke"
          />
        ))}
    </svg>
  );
}
