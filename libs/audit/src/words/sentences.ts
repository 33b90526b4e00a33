import type { Detail } from './details';
import type { Ground } from './ground';

/** The state of the personal facts of an event: it has none; shown; hidden from this actor; erased with the key; altered after they were sealed. */
export type PeopleState = 'none' | 'shown' | 'hidden' | 'erased' | 'altered';

const PEOPLE: Readonly<Record<PeopleState, string | null>> = {
  none: null,
  shown: 'montrées',
  hidden: 'scellées, non montrées',
  erased: 'effacées',
  altered: 'altérées : elles ne s’ouvrent plus',
};

/** The French words for the state of the personal facts; null where the event has none. */
export function peopleText(state: PeopleState): string | null {
  return PEOPLE[state];
}

/** `date du bail : 2023-03-14 ; quartile de ressources : 1 → 2` */
export function detailsText(details: readonly Detail[]): string {
  return details.map(({ label, from, to }) => `${label} : ${from === null ? to : `${from} → ${to}`}`).join(' ; ');
}

/** `import 0190… (attributions.csv)`, and the motive where there is one. */
export function groundText({ kind, correlationId, file, motive }: Ground): string {
  const source = `${kind === 'import' ? 'import' : 'demande'} ${correlationId}`;
  const from = file === null ? source : `${source} (${file})`;
  return motive === null ? from : `${from} ; motif : ${motive}`;
}

/** What was done, in one line. */
export function actText({
  act,
  about,
  details,
  people,
}: {
  readonly act: string;
  readonly about: string;
  readonly details: readonly Detail[];
  readonly people: PeopleState;
}): string {
  const facts = detailsText(details);
  const unseen = people === 'none' || people === 'shown' ? '' : ` [données personnelles ${peopleText(people)}]`;
  return `${act}, ${about}${facts === '' ? '' : ` : ${facts}`}${unseen}`;
}
