import { ApiProperty } from '@nestjs/swagger';

export class RebuiltProjectionDto {
  @ApiProperty({ description: 'Le nom de la projection', example: 'compliance' })
  readonly name!: string;

  @ApiProperty({
    description: 'La position jusqu’où elle est à jour ; rien avant le premier événement',
    example: '0000000000029207',
    nullable: true,
    type: String,
  })
  readonly position!: string | null;
}
