import { useMemo } from 'react';
import encoder from 'pdfmake/src/qrEnc.js';

/** The white margin that readers need, in squares. */
const MARGIN = 4;

/** A text that a telephone reads, drawn here: no picture comes from anywhere. What it says must stand beside it too. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect className="ground" width={size} height={size} />
      <path className="squares" d={path} />
    </svg>
  );
}

function drawn(text: string): { readonly size: number; readonly path: string } {
  const { _canvas: all, _width: size } = encoder.measure({ qr: text, eccLevel: 'M', padding: MARGIN });
  // The first rectangle is the ground.
  const path = all.slice(1).map(({ x, y, w, h }) => `M${x} ${y}h${w}v${h}h-${w}z`);
  return { size, path: path.join('') };
}
