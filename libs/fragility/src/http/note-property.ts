import { ApiProperty } from '@nestjs/swagger';

/** A note from 1 to 5, or null. */
export function NoteProperty(description: string, example: number | null): PropertyDecorator {
  return ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 5, description, example });
}
