import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsText } from '#http';
import { LONGEST_PASSWORD } from '../secrets/passwords';

/** Codes of the moment and passwords typed again, before what cannot be taken back. */
export class AskedAgainDto {
  @ApiPropertyOptional({ description: 'Le code du moment, ou un code de secours', example: '123456' })
  @IsOptional()
  @IsText(40)
  readonly totp?: string;

  @ApiPropertyOptional({
    description: 'Le mot de passe, pour qui n’a pas de second facteur',
    example: 'quatre girafes au violon',
  })
  @IsOptional()
  @IsText(LONGEST_PASSWORD)
  readonly password?: string;
}
