import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { GIVEN_ROLES, type GivenRole } from '#access';
import { AreListedCodes, IsCalendarDay, IsEmailAddress, IsOneOf, IsText, IsTrueOrFalse } from '#http';
import type { Day } from '#kernel';
import { LONGEST_PASSWORD } from '../secrets/passwords';

const LONGEST_EMAIL = 254;
const LONGEST_NAME = 100;
const USER = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40';
const EMAIL = 'ada.diallo@example.org';
const CODE = 'Zm9yIG9uZSB1c2Ugb25seSwgdGhlbiBub3RoaW5nIGVsc2U';

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

export class PasswordBodyDto extends AskedAgainDto {
  @ApiProperty({ description: 'Le nouveau mot de passe', example: 'trois hippopotames bleus' })
  @IsText(LONGEST_PASSWORD)
  readonly new!: string;
}

export class AskedBodyDto extends AskedAgainDto {}

export class ProposedFactorDto {
  @ApiProperty({ description: 'À taper dans l’application, en base 32', example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' })
  readonly secret!: string;

  @ApiProperty({ description: 'Ce que montre l’image à lire', example: 'otpauth://totp/Mixit%C3%A9:ada?secret=…' })
  readonly address!: string;
}

export class ConfirmationBodyDto {
  @ApiProperty({ description: 'Le code que montre l’application', example: '123456' })
  @IsText(40)
  readonly totp!: string;
}

export class RecoveryCodesDto {
  @ApiProperty({
    type: [String],
    description: 'Chacun sert une fois. Ils ne sont dits qu’ici',
    example: ['ABCD-EFGH-JKLM-NPQR'],
  })
  readonly codes!: readonly string[];
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
