import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { GIVEN_ROLES, type GivenRole } from '#access';
import { AreListedCodes, IsOneOf, IsText } from '#http';
import { LONGEST_PASSWORD } from '../secrets/passwords';
import { EMAIL, USER } from './examples';

const LONGEST_EMAIL = 254;

export class SessionBodyDto {
  @ApiProperty({ example: EMAIL })
  @IsText(LONGEST_EMAIL)
  readonly email!: string;

  @ApiProperty({ example: 'quatre girafes au violon' })
  @IsText(LONGEST_PASSWORD)
  readonly password!: string;

  @ApiPropertyOptional({ description: 'Le code du moment, ou un code de secours', example: '123456' })
  @IsOptional()
  @IsText(40)
  readonly totp?: string;
}

export class RoleBodyDto {
  @ApiProperty({ enum: GIVEN_ROLES, example: 'bailleur' })
  @IsOneOf(GIVEN_ROLES)
  readonly role!: GivenRole;

  @ApiPropertyOptional({ type: [String], example: ['L-SABLIERE'] })
  @IsOptional()
  @AreListedCodes('une liste de codes des fichiers')
  readonly scope?: readonly string[];
}

export class ActingDto {
  @ApiProperty({ enum: GIVEN_ROLES, example: 'bailleur' })
  readonly role!: string;

  @ApiProperty({ type: [String], example: ['L-SABLIERE'] })
  readonly scope!: readonly string[];
}

export class HeldRoleDto extends ActingDto {
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-12-31' })
  readonly until!: string | null;

  @ApiProperty({ example: false })
  readonly manager!: boolean;
}

export class MeDto {
  @ApiProperty({ example: USER })
  readonly user!: string;

  @ApiProperty({ type: String, nullable: true, example: 'Ada Diallo' })
  readonly name!: string | null;

  @ApiProperty({ type: String, nullable: true, example: EMAIL })
  readonly email!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'L’organisme, d’après le périmètre',
    example: 'Bailleur A',
  })
  readonly body!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Le nom du territoire ; nul tant qu’aucune convention ne le dit',
    example: 'Rennes Métropole',
  })
  readonly territory!: string | null;

  @ApiProperty({ type: ActingDto })
  readonly acting!: ActingDto;

  @ApiProperty({ type: [HeldRoleDto] })
  readonly roles!: readonly HeldRoleDto[];

  @ApiProperty({ type: [String], description: 'Les droits du rôle tenu', example: ['read-figures', 'read-list'] })
  readonly rights!: readonly string[];

  @ApiProperty({ description: 'Un second facteur est attendu avant tout le reste', example: false })
  readonly secondFactorDue!: boolean;

  @ApiProperty({ description: 'Un second facteur est en place', example: true })
  readonly secondFactor!: boolean;

  @ApiProperty({ type: 'integer', description: 'Codes de secours qui restent', example: 10 })
  readonly recoveryCodes!: number;
}

class SessionDto {
  @ApiProperty({ example: USER })
  readonly id!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2025-03-10T09:00:00.000Z' })
  readonly openedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2025-03-10T09:20:00.000Z' })
  readonly lastUsedAt!: string;

  @ApiProperty({ type: String, nullable: true, description: 'D’où, autant qu’on le sache', example: 'cette machine' })
  readonly place!: string | null;

  @ApiProperty({ description: 'La session de cette demande', example: true })
  readonly isThis!: boolean;
}

export class SessionsDto {
  @ApiProperty({ type: [SessionDto] })
  readonly sessions!: readonly SessionDto[];
}

export class SessionParamDto {
  @ApiProperty({ description: 'Identifiant de la session, que la liste montre', example: USER })
  @IsText(100)
  readonly session!: string;
}
