import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { GIVEN_ROLES, type GivenRole } from '#access';
import { AskedAgainDto } from '#accounts/module';
import { AreListedCodes, IsInteger, IsOneOf, IsText, IsTrueOrFalse } from '#http';
import type { TokenRole } from '../events';
import {
  LONGEST_NAME,
  MOST_DAYS,
  type GivenToken,
  type IssuedToken,
  type ListedToken,
} from '../recording/token-office';

const TOKEN = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40';
const TOKEN_ROLES = [...GIVEN_ROLES, 'service'] as const;
const STATUSES = ['valid', 'ended', 'revoked'] as const;

/** The token to issue. */
export class TokenBodyDto extends AskedAgainDto {
  @ApiProperty({ enum: TOKEN_ROLES, example: 'bailleur' })
  @IsOneOf(TOKEN_ROLES)
  readonly role!: TokenRole;

  @ApiPropertyOptional({ enum: GIVEN_ROLES, description: 'Pour service : le rôle qu’il tient', example: 'bailleur' })
  @IsOptional()
  @IsOneOf(GIVEN_ROLES)
  readonly as?: GivenRole;

  @ApiPropertyOptional({
    type: [String],
    description: 'Codes du territoire : de bailleurs, de réservataires ou de communes, selon le rôle',
    example: ['L-SABLIERE'],
  })
  @IsOptional()
  @AreListedCodes('une liste de codes des fichiers')
  readonly scope?: readonly string[];

  @ApiPropertyOptional({ description: 'Qui le tient ; scellé', example: 'Service des attributions' })
  @IsOptional()
  @IsText(LONGEST_NAME)
  readonly name?: string;

  @ApiPropertyOptional({
    type: 'integer',
    default: 90,
    description: 'Jours de validité après aujourd’hui',
    example: 90,
  })
  @IsOptional()
  @IsInteger(1, MOST_DAYS)
  readonly days?: number;
}

export function givenToken({ role, as: actsAs, scope: codes, name, days }: TokenBodyDto): GivenToken {
  return { role, actsAs, codes, name, days };
}

export class RotationBodyDto {
  @ApiPropertyOptional({
    description: 'Retire les clés précédentes : leurs jetons sont révoqués',
    default: false,
    example: false,
  })
  @IsOptional()
  @IsTrueOrFalse()
  readonly retire?: boolean;
}

export class TokenParamDto {
  @ApiProperty({ description: 'Identifiant du jeton', example: TOKEN })
  @IsText(LONGEST_NAME)
  readonly token!: string;
}

class TokenDto {
  @ApiProperty({ example: TOKEN })
  readonly id!: string;

  @ApiProperty({ enum: TOKEN_ROLES, example: 'bailleur' })
  readonly role!: string;

  @ApiProperty({ enum: GIVEN_ROLES, nullable: true, description: 'Le rôle que tient un service', example: null })
  readonly actsAs!: string | null;

  @ApiProperty({ type: [String], example: ['L-SABLIERE'] })
  readonly codes!: readonly string[];

  @ApiProperty({ type: String, format: 'date', description: 'Dernier jour de validité', example: '2025-06-30' })
  readonly lastDay!: string;
}

export class IssuedTokenDto extends TokenDto implements Record<keyof IssuedToken, unknown> {
  @ApiProperty({ description: 'À porter en « Authorization: Bearer … ». Il n’est dit qu’ici.', example: 'eyJhbGciOi…' })
  readonly token!: string;
}

class ListedTokenDto extends TokenDto implements Record<keyof ListedToken, unknown> {
  @ApiProperty({ type: String, nullable: true, example: 'Service des attributions' })
  readonly name!: string | null;

  @ApiProperty({ type: String, format: 'date-time', example: '2025-04-01T08:00:00.000Z' })
  readonly issuedAt!: string;

  @ApiProperty({ enum: STATUSES, example: 'valid' })
  readonly status!: string;
}

export class TokensDto {
  @ApiProperty({ type: [ListedTokenDto] })
  readonly tokens!: readonly ListedTokenDto[];
}

export class RevokedTokenDto {
  @ApiProperty({ example: TOKEN })
  readonly id!: string;
}

export class RotationDto {
  @ApiProperty({ type: [String], description: 'Les jetons révoqués', example: [] })
  readonly revoked!: readonly string[];
}
