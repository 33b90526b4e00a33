import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { GIVEN_ROLES, type GivenRole } from '#access';
import { AreListedCodes, IsCalendarDay, IsEmailAddress, IsOneOf, IsText, IsTrueOrFalse } from '#http';
import type { Day } from '#kernel';
import { LONGEST_PASSWORD } from '../secrets/passwords';
import { AskedAgainDto } from './asked-again.dto';
import { HeldRoleDto } from './session.dto';
import { CODE, EMAIL, USER } from './examples';

const LONGEST_NAME = 100;

export class InvitationBodyDto extends AskedAgainDto {
  @ApiProperty({ example: EMAIL })
  @IsEmailAddress()
  readonly email!: string;

  @ApiProperty({ enum: GIVEN_ROLES, example: 'bailleur' })
  @IsOneOf(GIVEN_ROLES)
  readonly role!: GivenRole;

  @ApiPropertyOptional({ type: [String], description: 'Codes du territoire, selon le rôle', example: ['L-SABLIERE'] })
  @IsOptional()
  @AreListedCodes('une liste de codes des fichiers')
  readonly scope?: readonly string[];

  @ApiPropertyOptional({ description: 'Nom de la personne ; scellé', example: 'Ada Diallo' })
  @IsOptional()
  @IsText(LONGEST_NAME)
  readonly name?: string;

  @ApiPropertyOptional({ type: String, format: 'date', description: 'Dernier jour du rôle', example: '2026-12-31' })
  @IsOptional()
  @IsCalendarDay()
  readonly until?: Day;

  @ApiPropertyOptional({
    description: 'Gestionnaire : invite des personnes du même rôle, sans périmètre plus large',
    default: false,
    example: false,
  })
  @IsOptional()
  @IsTrueOrFalse()
  readonly manager?: boolean;
}

export class InvitedDto {
  @ApiProperty({ example: USER })
  readonly user!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'À remettre à la personne ; il n’est dit qu’ici. Nul si elle a déjà un compte : le rôle lui est donné aussitôt',
    example: `https://mixite.example.org/invitation#${CODE}`,
  })
  readonly link!: string | null;

  @ApiProperty({ description: 'Un message le dit à la personne, avec le lien s’il y en a un', example: true })
  readonly mailed!: boolean;
}

export class CodeBodyDto {
  @ApiProperty({ example: CODE })
  @IsText(100)
  readonly code!: string;
}

export class AcceptanceBodyDto extends CodeBodyDto {
  @ApiPropertyOptional({ description: 'Obligatoire à la première venue', example: 'Ada Diallo' })
  @IsOptional()
  @IsText(LONGEST_NAME)
  readonly name?: string;

  @ApiProperty({ example: 'quatre girafes au violon' })
  @IsText(LONGEST_PASSWORD)
  readonly password!: string;
}

export class InvitationReadDto {
  @ApiProperty({ example: EMAIL })
  readonly email!: string;

  @ApiProperty({ enum: GIVEN_ROLES, example: 'bailleur' })
  readonly role!: string;

  @ApiProperty({ type: [String], example: ['L-SABLIERE'] })
  readonly scope!: readonly string[];

  @ApiProperty({ enum: ['invitation', 'recovery'], example: 'invitation' })
  readonly kind!: string;

  @ApiProperty({ type: String, format: 'date-time', example: '2025-03-13T09:00:00.000Z' })
  readonly expiresAt!: string;
}

export class AcceptedDto {
  @ApiProperty({ example: USER })
  readonly user!: string;
}

class UserDto {
  @ApiProperty({ example: USER })
  readonly user!: string;

  @ApiProperty({ type: String, nullable: true, example: EMAIL })
  readonly email!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Ada Diallo' })
  readonly name!: string | null;

  @ApiProperty({ enum: ['invited', 'active', 'disabled'], example: 'active' })
  readonly status!: string;

  @ApiProperty({ type: [HeldRoleDto] })
  readonly roles!: readonly HeldRoleDto[];

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Dernier usage d’une session ouverte',
    example: null,
  })
  readonly lastSeenAt!: string | null;
}

export class UsersDto {
  @ApiProperty({ type: [UserDto] })
  readonly users!: readonly UserDto[];
}

export class UserBodyDto extends AskedAgainDto {
  @ApiProperty({ example: EMAIL })
  @IsEmailAddress()
  readonly email!: string;
}

export class RevocationBodyDto extends UserBodyDto {
  @ApiPropertyOptional({ enum: GIVEN_ROLES, description: 'Absent : tous les rôles', example: 'bailleur' })
  @IsOptional()
  @IsOneOf(GIVEN_ROLES)
  readonly role?: GivenRole;
}
