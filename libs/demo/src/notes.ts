import type { Random } from './random';
import type { Note, Residence } from './residences';

/** A row of notes.csv. Any of its notes may be empty. */
export interface NoteRow {
  readonly residence: string;
  readonly statistical: number | '';
  readonly commune: number | '';
  readonly landlord: number | '';
  readonly final: number | '';
  readonly consensus: string;
}

type Way = 'statistical' | 'agreed' | 'commune' | 'landlord' | 'consensus';

const WAYS: readonly (readonly [Way, number])[] = [
  ['statistical', 45],
  ['agreed', 30],
  ['commune', 8],
  ['landlord', 7],
  ['consensus', 10],
];
const MOTIVE = 'Note arrêtée en réunion entre la commune et le bailleur';
/** For two residences without a note, commune and landlord gave different notes and have not agreed yet. */
const IN_DISCUSSION = 2;

/** A row for each noted residence, which gives its note by one of the ways of the rule; then the two rows that give no note. */
export function noteRows(random: Random, residences: readonly Residence[]): NoteRow[] {
  const discussed = residences.filter(({ note }) => note === null).slice(0, IN_DISCUSSION);
  return [
    ...residences.flatMap(({ code, note }) => (note === null ? [] : [rowTo(random, code, note)])),
    ...discussed.map(({ code }) => ({ ...EMPTY, residence: code, commune: 2, landlord: 3 })),
  ];
}

const EMPTY = { statistical: '', commune: '', landlord: '', final: '', consensus: '' } as const;

function rowTo(random: Random, residence: string, note: Note): NoteRow {
  const row = { ...EMPTY, residence };
  const near = neighbour(random, note);
  switch (random.weighted(WAYS)) {
    case 'statistical':
      return { ...row, statistical: note };
    case 'agreed':
      return { ...row, statistical: random.chance(60) ? note : near, commune: note, landlord: note };
    case 'commune':
      return { ...row, statistical: near, commune: note };
    case 'landlord':
      return { ...row, statistical: near, landlord: note };
    case 'consensus':
      return { ...row, statistical: near, commune: note, landlord: near, final: note, consensus: MOTIVE };
  }
}

function neighbour(random: Random, note: Note): number {
  if (note === 1) return 2;
  return note === 5 || random.chance(50) ? note - 1 : note + 1;
}
