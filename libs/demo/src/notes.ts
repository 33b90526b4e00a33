import type { Random } from './random';
import { annexCode, type Note, type Residence } from './residences';

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

/** The only residence whose survey is printed: Valibout 239, with the statistical note 4 and the final note 5. */
export const PRINTED_SURVEY = { residence: annexCode('Valibout 239'), note: 4, marks: [3, 3, 2, 3, 2] } as const;

/** A row for each noted residence, which gives its note by one of the ways of the rule; then the two rows that give no note. */
export function noteRows(random: Random, residences: readonly Residence[]): NoteRow[] {
  const discussed = residences.filter(({ note }) => note === null).slice(0, IN_DISCUSSION);
  return [
    ...residences.flatMap(({ code, note }) => (note === null ? [] : [rowTo(random, code, note)])),
    ...discussed.map(({ code }) => ({ ...EMPTY, residence: code, commune: 2, landlord: 3 })),
  ];
}

/** Of a hundred noted residences, those that had another note in the first referential. */
const OTHER_NOTE_PERCENT = 12;

/**
 * The first referential: notes agreed by commune and landlord, most of them those of the printed one. Residences on
 * which the two disagreed have no note before their meeting.
 */
export function earlierNotes(random: Random, residences: readonly Residence[], printed: readonly NoteRow[]): NoteRow[] {
  const disputed = new Set(printed.filter(({ consensus }) => consensus !== '').map(({ residence }) => residence));
  return residences.flatMap(({ code, note }) => {
    if (note === null || disputed.has(code)) return [];
    const agreed = random.chance(OTHER_NOTE_PERCENT) ? neighbour(random, note) : note;
    return [{ ...EMPTY, residence: code, commune: agreed, landlord: agreed }];
  });
}

/** A concertation changes the notes of so many residences, none of Annex 1. */
const REVISED = { from: 3, to: 2, residences: 6 } as const;

/** The rows of the concertation: a residence of note 3 gets the note 2. */
export function revisedNotes(residences: readonly Residence[]): NoteRow[] {
  const better = residences.filter(({ note }) => note === REVISED.from).slice(0, REVISED.residences);
  return better.map(({ code }) => ({ ...EMPTY, residence: code, commune: REVISED.to, landlord: REVISED.to }));
}

const EMPTY = { statistical: '', commune: '', landlord: '', final: '', consensus: '' } as const;

function rowTo(random: Random, residence: string, note: Note): NoteRow {
  const row = { ...EMPTY, residence };
  const near = neighbour(random, note);
  if (residence === PRINTED_SURVEY.residence)
    return { ...row, statistical: PRINTED_SURVEY.note, commune: note, landlord: note };
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
