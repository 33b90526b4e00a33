import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCode } from '#http';
import { BesideReceiptDto } from '../http/beside.dto';
import { TASK_KINDS } from './task';

const VACANCY = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10';
const CANDIDATE = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d11';
const TASK = `${VACANCY}.answer.6.${CANDIDATE}`;

export class TaskParamDto {
  @ApiProperty({ description: 'Identifiant de la tâche', example: TASK })
  @IsCode()
  readonly task!: string;
}

class TaskDto {
  @ApiProperty({ description: 'Le même pour la même étape de la même vacance', example: TASK })
  readonly task!: string;

  @ApiProperty({ enum: TASK_KINDS, example: 'answer' })
  readonly kind!: string;

  @ApiProperty({ example: VACANCY })
  readonly vacancy!: string;

  @ApiProperty({ description: 'Code de la résidence', example: 'R-0001' })
  readonly residence!: string;

  @ApiPropertyOptional({ example: CANDIDATE })
  readonly candidate?: string;

  @ApiPropertyOptional({
    description: 'Identifiant interne du ménage',
    example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d12',
  })
  readonly household?: string;

  @ApiPropertyOptional({ description: 'L’offre de substitution due', example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d30' })
  readonly duty?: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Personnes du ménage à qui elle est due', example: 3 })
  readonly size?: number;

  @ApiProperty({ type: String, format: 'date', description: 'Attend depuis ce jour', example: '2024-03-23' })
  readonly since!: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'À faire ce jour au plus tard',
    example: '2024-04-02',
  })
  readonly due?: string;

  @ApiProperty({ description: 'Ce jour est passé', example: false })
  readonly late!: boolean;

  @ApiPropertyOptional({ description: 'À qui elle a été confiée', example: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40' })
  readonly heldBy?: string;
}

export class TasksDto {
  @ApiProperty({ type: [TaskDto], description: 'En retard d’abord, puis par dernier jour, puis par ancienneté' })
  readonly tasks!: readonly TaskDto[];
}

export class TaskReceiptDto extends BesideReceiptDto {
  @ApiProperty({ example: TASK })
  readonly task!: string;
}
