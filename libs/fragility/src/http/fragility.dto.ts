import { ApiProperty } from '@nestjs/swagger';
import { ReadingHeaderDto } from './fragility-query.dto';
import { NoteProperty } from './answer-parts.dto';

class ResidenceNotesDto {
  @ApiProperty({ description: 'Code de la résidence', example: 'R-025' })
  readonly id!: string;

  @ApiProperty({ example: 'Résidence des Lilas' })
  readonly label!: string;

  @NoteProperty('Donnée, sinon calculée de l’enquête OPS', 4)
  readonly statistical!: number | null;

  @NoteProperty('Note de la commune', 4)
  readonly commune!: number | null;

  @NoteProperty('Note du bailleur', 3)
  readonly landlord!: number | null;

  @NoteProperty('Note finale', null)
  readonly note!: number | null;

  @ApiProperty({
    description: 'La règle qui donne la note, ou pourquoi il n’y en a pas',
    example: 'Désaccord : commune 4, bailleur 3 ; un accord est attendu.',
  })
  readonly reason!: string;
}

/** What `mixite report fragility --format json` prints. */
export class FragilityReportDto extends ReadingHeaderDto {
  @ApiProperty({ type: [ResidenceNotesDto], description: 'Chaque résidence, dans l’ordre des codes' })
  readonly residences!: readonly ResidenceNotesDto[];
}
