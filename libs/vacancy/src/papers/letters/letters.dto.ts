import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsCalendarDay, IsCode, IsWholeNumber } from '#http';
import type { Day } from '#kernel';
import { VacancyParamDto, VacancyQueryDto } from '../../http/vacancies.dto';
import { LEAST_DAYS_TO_ANSWER } from '../../working-days';
import type { PlannedOffer } from './offer-on-paper';

export class LetterParamDto extends VacancyParamDto {
  @ApiProperty({ description: 'Identifiant du candidat', example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11' })
  @IsCode()
  readonly candidate!: string;
}

/** The columns of the offer, for a letter that is written before it is recorded. */
export class OfferLetterQueryDto extends VacancyQueryDto {
  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Jour prévu de la remise, tant que l’offre n’est pas enregistrée',
    example: '2024-03-25',
  })
  @IsOptional()
  @IsCalendarDay()
  readonly date_notification?: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    default: LEAST_DAYS_TO_ANSWER,
    description: 'Jours pour répondre',
    example: 10,
  })
  @IsOptional()
  @IsWholeNumber(1, 365)
  readonly delai_jours?: string;
}

export function plannedOfferOf({ date_notification, delai_jours }: OfferLetterQueryDto): PlannedOffer | undefined {
  if (date_notification === undefined) return undefined;
  const delay = delai_jours === undefined ? LEAST_DAYS_TO_ANSWER : Number(delai_jours);
  return { notifiedOn: date_notification as Day, delay };
}
