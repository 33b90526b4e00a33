import { ApiProperty } from '@nestjs/swagger';
import { IsCode } from '#http';

export class ResidenceParamDto {
  @ApiProperty({ description: 'Code de la résidence', example: 'RES-1' })
  @IsCode()
  readonly residence!: string;
}
