export type StatusKind = 'met' | 'missed' | 'late' | 'plain';

const SHAPES: Readonly<Record<StatusKind, string>> = { met: '●', missed: '▲', late: '◆', plain: '–' };

/** A state: a shape, then words. The colour says nothing that they do not. */
export function Status({ kind, children }: { kind: StatusKind; children: string }) {
  return (
    <span className={`status ${kind}`}>
      <span aria-hidden="true">{SHAPES[kind]} </span>
      {children}
    </span>
  );
}
