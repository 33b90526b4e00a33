import { ApiProperty } from '@nestjs/swagger';

/** What the answer to every command beside the vacancies says. */
export class BesideReceiptDto {
  @ApiProperty({ type: 'integer', description: 'Rang du dernier événement, depuis 0 ; -1 sans événement', example: 0 })
  readonly revision!: number;

  @ApiProperty({ description: 'Position dans l’histoire', example: '00000000000000030542' })
  readonly position!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string' },
    description: 'Ce qui est à savoir, sans être refusé',
    example: [],
  })
  readonly notices!: readonly string[];
}
