import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsOpaque } from '#http';

/** The position of an earlier answer. The new answer shows the history up to this position at least. */
export function WaitPosition(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      description: 'Ne répondre qu’avec ce qui est écrit jusqu’à cette position, celle d’une réponse précédente',
      example: '0000000000030542',
    }),
    IsOptional(),
    IsOpaque('la « position » d’une réponse précédente'),
  );
}
