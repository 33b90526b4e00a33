import { ApiProperty } from '@nestjs/swagger';

/** A code and how it is called. */
export class NamedDto {
  @ApiProperty({ description: 'Code', example: '78621' })
  readonly id!: string;

  @ApiProperty({ example: 'Trappes' })
  readonly label!: string;
}
