import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MEETING_BODIES } from '../events';
import { NOTE_GROUNDS } from '../note-ground';
import { LEASE_FIGURE_CODES } from '../queries/leases-of-residence';
import { ReadingHeaderDto } from './fragility-query.dto';
import { NamedDto, NoteProperty } from './answer-parts.dto';
import { StatisticalNoteDto } from './statistical-note.dto';

class DescribedResidenceDto extends NamedDto {
  @ApiProperty({ type: NamedDto })
  readonly commune!: NamedDto;

  @ApiProperty({ type: NamedDto, description: 'Le propriétaire de ce jour' })
  readonly landlord!: NamedDto;

  @ApiProperty({ type: 'integer', example: 118 })
  readonly dwellings!: number;

  @ApiProperty({ type: [NamedDto], description: 'Les QPV où elle se trouve ce jour' })
  readonly districts!: readonly NamedDto[];
}

class MeetingDto {
  @ApiProperty({ type: String, format: 'date', example: '2024-03-03' })
  readonly heldOn!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...MEETING_BODIES] },
    example: ['commune', 'landlord'],
  })
  readonly attendees!: readonly string[];
}

function CommentProperty(whose: string): PropertyDecorator {
  return ApiProperty({
    type: String,
    nullable: true,
    description: `Le commentaire ${whose}, sur les logements`,
    example: 'Deux halls à reprendre, ascenseur en panne depuis six mois.',
  });
}

class NotesExplainedDto {
  @NoteProperty('Donnée, sinon calculée', 4)
  readonly statistical!: number | null;

  @NoteProperty('Note de la commune', 4)
  readonly commune!: number | null;

  @NoteProperty('Note du bailleur', 4)
  readonly landlord!: number | null;

  @NoteProperty('Note finale', 4)
  readonly note!: number | null;

  @ApiProperty({ example: 'Notes de la commune et du bailleur concordantes.' })
  readonly reason!: string;

  @ApiProperty({ enum: NOTE_GROUNDS, description: 'La règle qui donne la note', example: 'agreement' })
  readonly ground!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Jour depuis lequel ces notes valent',
    example: '2024-01-01',
  })
  readonly since!: string | null;

  @ApiProperty({ type: String, nullable: true, enum: ['given', 'computed', null], example: 'computed' })
  readonly statisticalSource!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Motif du consensus', example: null })
  readonly consensus!: string | null;

  @CommentProperty('de la commune')
  readonly communeComment!: string | null;

  @CommentProperty('du bailleur')
  readonly landlordComment!: string | null;

  @ApiProperty({ type: MeetingDto, nullable: true, description: 'La réunion où la note a été arrêtée' })
  readonly meeting!: MeetingDto | null;
}

class RecordingDto {
  @ApiProperty({ type: String, format: 'date-time', example: '2024-02-01T09:30:00.000Z' })
  readonly recordedAt!: string;

  @ApiProperty({ description: 'Qui l’a enregistré', example: 'administrator' })
  readonly actor!: string;

  @ApiProperty({ example: 'administrateur' })
  readonly role!: string;

  @ApiProperty({ enum: ['file', 'request'], description: 'Une ligne de fichier, ou une demande', example: 'file' })
  readonly source!: string;

  @ApiProperty({
    type: Boolean,
    description: 'Corrige ce qui était enregistré pour le même jour, ou la même année',
    example: false,
  })
  readonly correction!: boolean;
}

export class NoteRecordingDto extends RecordingDto {
  @ApiProperty({ type: String, format: 'date', description: 'Jour d’effet', example: '2024-01-01' })
  readonly from!: string;

  @NoteProperty('Note statistique donnée', null)
  readonly statistical!: number | null;

  @NoteProperty('Note de la commune', 4)
  readonly commune!: number | null;

  @NoteProperty('Note du bailleur', 4)
  readonly landlord!: number | null;

  @NoteProperty('Note finale donnée', null)
  readonly final!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Motif du consensus', example: null })
  readonly consensus!: string | null;

  @CommentProperty('de la commune')
  readonly communeComment!: string | null;

  @CommentProperty('du bailleur')
  readonly landlordComment!: string | null;

  @ApiProperty({ type: MeetingDto, nullable: true, description: 'La réunion où la note a été arrêtée' })
  readonly meeting!: MeetingDto | null;
}

/** An exact percentage. */
function Percentage(description: string, example: string): PropertyDecorator {
  return ApiProperty({ description: `${description}, en pour cent, exact`, example });
}

class SurveyRecordingDto extends RecordingDto {
  @ApiProperty({ type: 'integer', example: 2022 })
  readonly year!: number;

  @ApiProperty({ type: 'integer', example: 118 })
  readonly dwellings!: number;

  @Percentage('Taux de réponse', '87.5')
  readonly responseRate!: string;

  @Percentage('Ménages sous 40 % du plafond PLUS', '38')
  readonly veryLowIncome!: string;

  @Percentage('Taux d’activité', '66')
  readonly adultsInWork!: string;

  @Percentage('Familles nombreuses', '15')
  readonly largeFamilies!: string;

  @Percentage('Familles monoparentales', '21')
  readonly singleParents!: string;

  @Percentage('Mineurs', '31')
  readonly minors!: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Logements sous-occupés, en pour cent',
    example: '12',
  })
  readonly underOccupied?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Logements sur-occupés, en pour cent',
    example: '6.5',
  })
  readonly overOccupied?: string | null;
}

class LeaseFigureDto {
  @ApiProperty({ enum: LEASE_FIGURE_CODES, example: 'Q1' })
  readonly code!: string;

  @ApiProperty({ type: 'integer', example: 2 })
  readonly numerator!: number;

  @ApiProperty({ type: 'integer', example: 9 })
  readonly denominator!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Sans arrondi', example: 0.2222222222222222 })
  readonly rate!: number | null;
}

class LeasesSinceDto {
  @ApiProperty({ type: String, format: 'date', example: '2024-01-01' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', example: '2024-06-30' })
  readonly to!: string;

  @ApiProperty({ type: [LeaseFigureDto] })
  readonly figures!: readonly LeaseFigureDto[];
}

/** The sheet of a residence. */
export class ResidenceSheetDto extends ReadingHeaderDto {
  @ApiProperty({ type: DescribedResidenceDto })
  readonly residence!: DescribedResidenceDto;

  @ApiProperty({ type: NotesExplainedDto })
  readonly notes!: NotesExplainedDto;

  @ApiProperty({
    type: StatisticalNoteDto,
    nullable: true,
    description: 'L’enquête derrière la note statistique, sinon la plus récente, et sa note pas à pas',
  })
  readonly survey!: StatisticalNoteDto | null;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer', enum: [1, 2, 3, 4] },
    description:
      'Les types d’une résidence notée 4 ou 5 : 1 sous-occupée, 2 très faibles ressources, 3 familles monoparentales et mineurs, 4 familles nombreuses et sur-occupation',
    example: [2, 3],
  })
  readonly types!: readonly number[];

  @ApiProperty({
    type: [NoteRecordingDto],
    description: 'Chaque ligne datée et ses corrections, dans l’ordre des jours puis des enregistrements',
  })
  readonly history!: readonly NoteRecordingDto[];

  @ApiProperty({ type: [SurveyRecordingDto], description: 'Chaque enquête et ses corrections' })
  readonly surveys!: readonly SurveyRecordingDto[];

  @ApiProperty({
    type: LeasesSinceDto,
    nullable: true,
    description:
      'Les baux signés depuis que ces notes valent, jusqu’au jour demandé ; nul pour qui ne lit que des chiffres masqués',
  })
  readonly allocations!: LeasesSinceDto | null;
}
