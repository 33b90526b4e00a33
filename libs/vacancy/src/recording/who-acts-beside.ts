import { refusalOf, type Actor, type Right } from '#access';
import type { Refusal } from '#kernel';

/* Who sends which command beside a vacancy (process.md, « Elsewhere »). The commands decide the rest. */

const RIGHTS = {
  sitting: 'let-dwellings',
  ending: 'end-applications',
  reopening: 'steer-process',
  criterion: 'end-applications',
  'criteria-reading': 'read-named-list',
  renunciation: 'end-applications',
  'qpv-commission': 'steer-process',
  task: 'take-tasks',
} as const satisfies Readonly<Record<string, Right>>;

export type BesideVerb = keyof typeof RIGHTS;

/** The right that each command needs. */
export function rightBeside(verb: BesideVerb): Right {
  return RIGHTS[verb];
}

/** Refused: `not-allowed`, `scope-not-allowed`. */
export function refuseBeside(actor: Actor, verb: BesideVerb): Refusal | undefined {
  return refusalOf(actor, rightBeside(verb));
}
