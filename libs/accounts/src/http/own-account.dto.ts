import { ApiProperty } from '@nestjs/swagger';
import { IsText } from '#http';
import { LONGEST_PASSWORD } from '../secrets/passwords';
import { AskedAgainDto } from './asked-again.dto';

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
