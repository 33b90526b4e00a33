import type {
  EventStoreDbChainVerdict,
  FaultKind,
  FaultPart,
  HistoryFault,
  Position,
  SqliteChainVerdict,
} from '#event-store';

/** The result of a verification of the history, as it is shown. */
export interface HistoryVerification extends Omit<SqliteChainVerdict, 'broken'> {
  /** Events that no digest covers yet: on a server the chain is extended after the events are recorded. */
  readonly unchained: number;
  /** Null where the whole history is intact. */
  readonly broken: DescribedFault | null;
}

export interface DescribedFault extends HistoryFault {
  /** Where one digest covers a stretch of events: the last event of the stretch that is broken. Null where each event has its own digest. */
  readonly upTo: Position | null;
  /** One French sentence on what is wrong, and where. */
  readonly message: string;
}

export function verificationOf({ broken, ...walked }: SqliteChainVerdict): HistoryVerification {
  return { ...walked, unchained: 0, broken: broken && { ...broken, upTo: null, message: sentenceOf(broken) } };
}

/** The verification of a server's history. If `receiving`, the history is still arriving and only its beginning is there. */
export function serverVerificationOf(verdict: EventStoreDbChainVerdict, receiving: boolean): HistoryVerification {
  const { broken, brokenUpTo: upTo, ...links } = verdict;
  const walked = { ...links, receiving: receiving && broken === null };
  if (broken === null) return { ...walked, broken };
  const message = `Entre les positions ${broken} et ${upTo}, un événement au moins a été altéré, ajouté, supprimé ou déplacé.`;
  return { ...walked, broken: { part: 'events', position: broken, met: broken, kind: null, upTo, message } };
}

const EVENTS: Readonly<Record<FaultKind, string>> = {
  altered: 'un événement a été altéré',
  removed: 'un événement au moins a été supprimé',
  inserted: 'un événement a été ajouté',
  reordered: 'un événement a été déplacé',
  unreadable: 'un événement ne peut pas être lu',
};
const UNEXPLAINED =
  'un événement ne suit pas de ceux qui le précèdent : il a été altéré ou ajouté, ou d’autres supprimés avant lui';

const ELSEWHERE: Readonly<Record<Exclude<FaultPart, 'events'>, string>> = {
  'stream-index':
    'les événements se suivent, mais l’index de leurs flux (stream_index) ne leur correspond pas : une lecture peut en oublier',
  stretches:
    'les événements se suivent, mais le compte de leurs types (stretches) ne leur correspond pas : une lecture peut en oublier',
  'late-times':
    'les événements se suivent, mais l’index de leurs heures (late_times) ne leur correspond pas : l’état à un instant passé peut en être faux',
  schema: 'les événements se suivent, mais les tables ne sont plus déclarées comme Mixité les a faites',
  file: 'le fichier events.db est endommagé',
};

/** One French sentence on what is wrong, and where. */
export function sentenceOf({ part, position, met, kind }: HistoryFault): string {
  const what = `${whatOf(part, kind)}${afterGap(position, met)}.`;
  return position === null ? what[0]!.toUpperCase() + what.slice(1) : `À la position ${position}, ${what}`;
}

function whatOf(part: FaultPart, kind: FaultKind | null): string {
  if (part === 'events') return kind === null ? UNEXPLAINED : EVENTS[kind];
  if (part === 'stream-index' && kind === 'removed')
    return 'la fin de l’histoire a été coupée : l’index des flux (stream_index) nomme des événements qui ne sont plus là';
  return ELSEWHERE[part];
}

function afterGap(position: HistoryFault['position'], met: HistoryFault['met']): string {
  if (met === null || met === position) return '';
  return ` ; le premier événement trouvé ensuite est à la position ${met}`;
}
