import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { components } from '../api/schema';
import { sessionEnd } from '../api/session-end';
import { count, percent } from '../format/numbers';
import { Problem } from './Problem';
import { Status, type StatusKind } from './Status';
import { Table, type Column } from './Table';

export type Effect = components['schemas']['ObjectiveEffectDto'];

/** What an act would do: asked of the API, dry. */
export interface Tried {
  readonly outcome: string;
  readonly effects?: readonly Effect[];
}

export interface Trial {
  readonly tried: Tried | undefined;
  readonly error: unknown;
  readonly isAsking: boolean;
}

const PAUSE = 400;

/**
 * Asks the same command dry while a form changes, once it rests.
 * @param body undefined: the form is not yet complete, nothing is asked
 */
export function useTrial<Body>(body: Body | undefined, tryOut: (body: Body) => Promise<Tried>): Trial {
  const [answer, setAnswer] = useState<Answered>({ key: undefined });
  const key = JSON.stringify(body);
  const ask = useEffectEvent(() => tryOut(body!));
  // After a session that ended and was opened again, what was typed is tried again.
  const isOver = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.isOver);
  useEffect(() => {
    if (key === undefined || isOver) return;
    let isCurrent = true;
    const tell = (told: Partial<Answered>) => isCurrent && setAnswer({ key, ...told });
    const timer = setTimeout(() => {
      void ask().then(
        (tried) => tell({ tried }),
        (error: unknown) => tell({ error }),
      );
    }, PAUSE);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, isOver]);
  const isOfNow = key !== undefined && answer.key === key;
  return {
    tried: isOfNow ? answer.tried : undefined,
    error: isOfNow ? answer.error : undefined,
    isAsking: key !== undefined && !isOfNow,
  };
}

/** The last answer, and the body that it is about: a form that has changed since shows it no more. */
interface Answered {
  readonly key: string | undefined;
  readonly tried?: Tried;
  readonly error?: unknown;
}

/** What the act would change, told politely: the effects on the objectives, or why it is refused. */
export function Preview({ trial: { tried, error, isAsking }, unchanged }: { trial: Trial; unchanged: string }) {
  return (
    <section aria-label="Ce que cela changerait">
      <div aria-live="polite">
        {isAsking && <p className="note">Calcul de ce que cela changerait…</p>}
        {tried && <p>{summaryOf(tried, unchanged)}</p>}
      </div>
      {error !== undefined && <Problem error={error} />}
      {tried?.effects && tried.effects.length > 0 && (
        <Table
          caption="Objectifs qui ne compteraient plus de même"
          columns={COLUMNS}
          rows={tried.effects}
          keyOf={({ code, scope, actor, text }) => [code, scope.id, actor?.id, text].join('/')}
        />
      )}
    </section>
  );
}

function summaryOf({ outcome, effects = [] }: Tried, unchanged: string): string {
  if (outcome === 'unchanged') return unchanged;
  if (effects.length === 0) return 'Aucun objectif ne compterait autrement.';
  const several = effects.length > 1;
  return `${effects.length} objectif${several ? 's' : ''} ${several ? 'compteraient' : 'compterait'} autrement.`;
}

const BEARINGS: Readonly<Record<string, { readonly kind: StatusKind; readonly text: string }>> = {
  closer: { kind: 'met', text: 'Rapproche' },
  farther: { kind: 'missed', text: 'Éloigne' },
  none: { kind: 'plain', text: 'Sans effet' },
};

const COLUMNS: readonly Column<Effect>[] = [
  { key: 'label', label: 'Objectif', cell: ({ label }) => label },
  { key: 'scope', label: 'Périmètre', cell: ({ scope, actor }) => actor?.label ?? scope.label },
  { key: 'before', label: 'Avant', isNumber: true, cell: ({ before }) => standText(before) },
  { key: 'after', label: 'Après', isNumber: true, cell: ({ after }) => standText(after) },
  {
    key: 'bearing',
    label: 'Effet',
    cell: ({ bearing }) => <Status kind={BEARINGS[bearing]!.kind}>{BEARINGS[bearing]!.text}</Status>,
  },
];

const standText = (stand: Effect['before']): string =>
  stand === null ? '' : `${count(stand.numerator)} sur ${count(stand.denominator)} (${percent(stand.rate)})`;
