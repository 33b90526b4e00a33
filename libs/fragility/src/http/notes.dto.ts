import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { AreSomeOf, IsCalendarDay, IsInteger, IsOneOf, IsText, valuesOf, type OneOrMore } from '#http';
import { day, type Day } from '#kernel';
import { MEETING_BODIES, type FragilityNote, type MeetingBody } from '../events';
import type { GivenAgreement, GivenNote } from '../recording/note-recorder';
import type { NoteAuthor } from '../verbs/note-residence';

const AUTHORS = ['commune', 'landlord'] as const;
const LONGEST_TEXT = 1_000;

class NotedFromDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5, description: 'La note, de 1 à 5', example: 4 })
  @IsInteger(1, 5)
  readonly note!: FragilityNote;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Jour d’effet ; par défaut, aujourd’hui, ou celui de la réunion',
    example: '2024-03-03',
  })
  @IsOptional()
  @IsCalendarDay()
  readonly from?: string;
}

/** A commune's or a landlord's note. */
export class NoteBodyDto extends NotedFromDto {
  @ApiProperty({ enum: AUTHORS, description: 'De qui est la note', example: 'commune' })
  @IsOneOf(AUTHORS)
  readonly author!: NoteAuthor;

  @ApiPropertyOptional({
    description: 'Sur les logements, jamais sur des personnes. Nécessaire quand la note diffère de la note statistique',
    example: 'Deux halls à reprendre, ascenseur en panne depuis six mois.',
  })
  @IsOptional()
  @IsText(LONGEST_TEXT)
  readonly comment?: string;
}

/** The note on which commune and landlord agreed. */
export class AgreementBodyDto extends NotedFromDto {
  @ApiProperty({ type: String, format: 'date', description: 'Jour de la réunion', example: '2024-03-03' })
  @IsCalendarDay()
  readonly heldOn!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...MEETING_BODIES] },
    description: 'Les organismes présents, la commune et le bailleur parmi eux ; jamais un nom',
    example: ['commune', 'landlord', 'epci'],
  })
  @AreSomeOf(MEETING_BODIES)
  readonly attendees!: OneOrMore;

  @ApiProperty({
    description: 'Le motif du consensus, sur les logements',
    example: 'Réhabilitation achevée, rotation faible.',
  })
  @IsText(LONGEST_TEXT)
  readonly reason!: string;
}

export function givenNote(residence: string, { author, note, from, comment }: NoteBodyDto): GivenNote {
  return { residence, author, note, comment: comment?.trim() ?? null, ...dated(from) };
}

export function givenAgreement(residence: string, { note, from, ...body }: AgreementBodyDto): GivenAgreement {
  const attendees = valuesOf(body.attendees) as readonly MeetingBody[];
  return { residence, note, heldOn: day(body.heldOn), attendees, reason: body.reason.trim(), ...dated(from) };
}

function dated(from: string | undefined): { readonly from?: Day } {
  return from === undefined ? {} : { from: day(from) };
}

/** The answer to recording notes. */
export class NoteReceiptDto {
  @ApiProperty({ example: 'RES-1' })
  readonly residence!: string;

  @ApiProperty({ type: String, format: 'date', description: 'Jour d’effet', example: '2024-03-03' })
  readonly from!: string;

  @ApiProperty({
    enum: ['recorded', 'corrected', 'unchanged'],
    description:
      'recorded : une nouvelle ligne ; corrected : celle du même jour est corrigée ; unchanged : rien à écrire',
    example: 'recorded',
  })
  readonly outcome!: string;

  @ApiProperty({ type: 'integer', description: 'Rang du dernier événement de cette ligne, depuis 0', example: 0 })
  readonly revision!: number;

  @ApiProperty({ description: 'Position dans l’histoire', example: '00000000000000030542' })
  readonly position!: string;
}
