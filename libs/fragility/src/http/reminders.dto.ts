import { ApiProperty } from '@nestjs/swagger';
import { ReadingHeaderDto } from './fragility-query.dto';
import { NamedDto } from './answer-parts.dto';

class FreshnessDelaysDto {
  @ApiProperty({ type: 'integer', description: 'Années entre deux enquêtes', example: 2 })
  readonly surveyYears!: number;

  @ApiProperty({ type: 'integer', description: 'Années pour lesquelles vaut une liste', example: 3 })
  readonly listYears!: number;

  @ApiProperty({ type: 'integer', description: 'Mois de préavis', example: 6 })
  readonly noticeMonths!: number;
}

class ReminderDto {
  @ApiProperty({ enum: ['due', 'late'], description: 'due : à refaire bientôt ; late : en retard', example: 'late' })
  readonly status!: string;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Dernier jour où ce qui existe sert encore ; null : rien n’existe',
    example: '2023-12-31',
  })
  readonly lastDay!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Quand le rappel a été enregistré ; null : il ne l’est pas encore',
    example: '2023-12-31T23:00:00.412Z',
  })
  readonly remindedAt!: string | null;
}

class SurveyReminderDto extends ReminderDto {
  @ApiProperty({ type: NamedDto })
  readonly residence!: NamedDto;

  @ApiProperty({ type: NamedDto })
  readonly commune!: NamedDto;

  @ApiProperty({ type: NamedDto })
  readonly landlord!: NamedDto;

  @ApiProperty({ type: 'integer', nullable: true, description: 'De l’enquête la plus récente', example: 2022 })
  readonly year!: number | null;
}

class ListReminderDto extends ReminderDto {
  @ApiProperty({ type: NamedDto })
  readonly landlord!: NamedDto;

  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'Jour de la liste la plus récente',
    example: '2021-01-28',
  })
  readonly on!: string | null;

  @ApiProperty({ type: 'integer', description: 'Résidences notées 4 ou 5 ce jour', example: 6 })
  readonly residences!: number;
}

/** The surveys and lists to renew. */
export class RemindersReportDto extends ReadingHeaderDto {
  @ApiProperty({ type: FreshnessDelaysDto })
  readonly delays!: FreshnessDelaysDto;

  @ApiProperty({ type: [SurveyReminderDto], description: 'Les retards d’abord' })
  readonly surveys!: readonly SurveyReminderDto[];

  @ApiProperty({ type: [ListReminderDto], description: 'Des bailleurs qui ont une résidence notée 4 ou 5' })
  readonly lists!: readonly ListReminderDto[];
}
