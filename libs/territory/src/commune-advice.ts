import { homonymCommunes, nearestCommune } from './official-communes';

const MOST_HOMONYMS = 6;

/** Whether the code is of a commune of the EPCI. */
export type IsInEpci = (code: string) => boolean;

/** What is most likely meant by a text that is no code of a commune: communes of that name, else the nearest one; empty where there is none. */
export function communeAdvice(found: string, isInEpci?: IsInEpci): string {
  const homonyms = homonymAdvice(found, isInEpci);
  if (homonyms !== undefined) return homonyms;
  const nearest = nearestCommune(found);
  return nearest ? ` ; le plus proche est ${nearest.code} (${nearest.name})` : '';
}

/**
 * The communes of that name where there are several, those of the EPCI first: the reader cannot know which one is meant. Undefined where
 * one commune has this name, or none.
 */
export function homonymAdvice(name: string, isInEpci: IsInEpci = () => false): string | undefined {
  const homonyms = homonymCommunes(name);
  if (homonyms.length === 0) return undefined;
  const ours = homonyms.filter(({ code }) => isInEpci(code));
  const shown = [...ours, ...homonyms.filter((commune) => !ours.includes(commune))]
    .slice(0, MOST_HOMONYMS)
    .map(({ code, department }) => (department === undefined ? code : `${code} (${department})`));
  const others = homonyms.length - shown.length;
  const rest = others > 0 ? ` et ${others} ${others > 1 ? 'autres' : 'autre'}` : '';
  return ` ; ${homonyms.length} communes portent ce nom : ${shown.join(', ')}${rest}`;
}
