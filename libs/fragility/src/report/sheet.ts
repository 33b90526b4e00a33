import type { Actor } from '#access';
import { day, isRefusal, refuse, yearOf, type Day, type Refusal } from '#kernel';
import { districtsOn, landlordOn } from '#territory';
import type { ConsensusMeeting } from '../events';
import { groundOf, type NoteGroundKind } from '../note-ground';
import { newestSurvey, notesOn, type NotesInForce } from '../note-on';
import { typesOf, type ResidenceType } from '../residence-types';
import { explainStatisticalNote, type StatisticalNoteExplained } from '../statistical-note';
import { scaleOn } from '../survey-scale';
import { isPriority } from '../verbs/establish-list';
import { labelled, type Named } from './named';
import { noteHistory, surveyHistory, type NoteRecording, type SurveyRecording } from './note-history';
import {
  FragilityReadings,
  type FragilityQuery,
  type FragilityReading,
  type FragilitySources,
  type ReadingHeader,
  type SeenResidence,
} from './reading';
import { notesOf, type ResidenceNotes } from './report';

/** The notes in force on a day, and where they come from. */
export interface NotesExplained extends Omit<ResidenceNotes, 'id' | 'label'> {
  readonly ground: NoteGroundKind;
  /** The day from which they hold: the row's, or 1 January of the survey's year; null where there is neither. */
  readonly since: Day | null;
  /** Where the statistical note comes from; null where no row gives one and no survey was made. */
  readonly statisticalSource: 'given' | 'computed' | null;
  readonly consensus: string | null;
  readonly communeComment: string | null;
  readonly landlordComment: string | null;
  /** The meeting where the note was agreed; null where none is recorded. */
  readonly meeting: ConsensusMeeting | null;
}

/** All that is known of a residence's fragility on a day. */
export interface ResidenceSheet extends ReadingHeader {
  readonly residence: Named & {
    readonly commune: Named;
    /** The owner on that day. */
    readonly landlord: Named;
    readonly dwellings: number;
    /** The QPV in which it stands on that day. */
    readonly districts: readonly Named[];
  };
  readonly notes: NotesExplained;
  /** The survey behind the statistical note, else the newest of the day's year or before, step by step; null where there is none. */
  readonly survey: StatisticalNoteExplained | null;
  /** The types of a residence noted 4 or 5: none, one or several. Empty with another note. */
  readonly types: readonly ResidenceType[];
  readonly history: readonly NoteRecording[];
  readonly surveys: readonly SurveyRecording[];
}

/** One residence's sheet, on any day and as of any instant. */
export class FragilitySheets {
  private readonly readings: FragilityReadings;

  constructor(sources: FragilitySources) {
    this.readings = new FragilityReadings(sources);
  }

  /** Refused like `FragilityReadings.read`, and `unknown-residence`, also where the actor may not see the residence. */
  async sheet(code: string, query: FragilityQuery, actor: Actor): Promise<ResidenceSheet | Refusal> {
    const reading = await this.readings.read(query, actor);
    if (isRefusal(reading)) return reading;
    const residence = reading.residences.find(({ facts }) => facts.code === code);
    return residence ? sheetOf(residence, reading) : refuse('unknown-residence');
  }
}

async function sheetOf(residence: SeenResidence, reading: FragilityReading): Promise<ResidenceSheet> {
  const { header, scales, position } = reading;
  const { on } = header;
  const scale = scaleOn(on, scales);
  const inForce = notesOn(on, residence.notes, residence.surveys, scales);
  const { id: _id, label: _label, ...notes } = notesOf(residence, on, scales);
  const explained = inForce.survey ?? newestSurvey(yearOf(on), residence.surveys);
  return {
    ...header,
    residence: await described(residence, on, reading),
    notes: {
      ...notes,
      ground: groundOf(inForce, scale).kind,
      since: sinceOf(inForce),
      statisticalSource: inForce.survey ? 'computed' : inForce.statistical === null ? null : 'given',
      consensus: inForce.row?.consensus ?? null,
      communeComment: inForce.row?.communeComment ?? null,
      landlordComment: inForce.row?.landlordComment ?? null,
      meeting: inForce.row?.meeting ?? null,
    },
    survey: explained && explainStatisticalNote(explained, scale),
    types: isPriority(notes.note) ? typesOf(newestSurvey(yearOf(on), residence.surveys), scale, reading.occupancy) : [],
    history: noteHistory(residence.document, position),
    surveys: surveyHistory(residence.document, position),
  };
}

async function described(
  residence: SeenResidence,
  on: Day,
  { known }: FragilityReading,
): Promise<ResidenceSheet['residence']> {
  const { facts } = residence;
  const [communes, landlords, districts] = await Promise.all([
    known('communes'),
    known('landlords'),
    known('districts'),
  ]);
  return {
    id: facts.code,
    label: facts.name,
    commune: labelled(facts.commune, communes),
    landlord: labelled(landlordOn(on, residence), landlords),
    dwellings: facts.dwellings,
    districts: districtsOn(on, facts, districts).map(({ code, name }) => ({ id: code, label: name })),
  };
}

function sinceOf({ row, survey }: NotesInForce): Day | null {
  if (row) return row.from;
  return survey && day(`${survey.year}-01-01`);
}
