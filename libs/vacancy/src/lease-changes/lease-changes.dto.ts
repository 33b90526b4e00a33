import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ObjectiveEffectDto } from '../http/vigilance.dto';

export class LeaseChangeReceiptDto {
  @ApiProperty({ description: 'Identifiant interne du bail', example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d12' })
  readonly allocation!: string;

  @ApiPropertyOptional({
    description: 'La vacance que le bail a close, et qui le suit',
    example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10',
  })
  readonly vacancy?: string;

  @ApiProperty({
    enum: ['corrected', 'cancelled', 'unchanged'],
    description: 'Ce que la demande a fait, ou ferait',
    example: 'corrected',
  })
  readonly outcome!: string;

  @ApiProperty({ type: 'integer', description: 'Rang du dernier événement du bail ; l’ETag', example: 1 })
  readonly revision!: number;

  @ApiProperty({
    description: 'Position dans l’histoire, à donner en « wait » pour lire ce qui vient d’être écrit',
    example: '00000000000000030542',
  })
  readonly position!: string;

  @ApiPropertyOptional({
    type: [ObjectiveEffectDto],
    description: 'À blanc (dry-run) : chaque objectif qui ne compterait plus de même, avant et après',
  })
  readonly effects?: readonly ObjectiveEffectDto[];
}
