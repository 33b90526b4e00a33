import type { ReactNode } from 'react';
import { useAsOf } from '../url/as-of';

/** What is done is done now: under « tel que connu le » the acts are not there, and the page says why. */
export function PresentOnly({ children }: { children: ReactNode }) {
  if (useAsOf() === undefined) return children;
  return <p className="note">Lecture seule dans le passé : revenez à aujourd’hui pour agir.</p>;
}
