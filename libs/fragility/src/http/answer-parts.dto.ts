import { ApiProperty } from '@nestjs/swagger';

/** A code and its label. */
export class NamedDto {
  @ApiProperty({ description: 'Code', example: '78621' })
  readonly id!: string;

  @ApiProperty({ example: 'Trappes' })
  readonly label!: string;
}

/** A note from 1 to 5, or null. */
export function NoteProperty(description: string, example: number | null): PropertyDecorator {
  return ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 5, description, example });
}
