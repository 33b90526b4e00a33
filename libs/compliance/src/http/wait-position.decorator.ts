import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsOpaque } from '#http';

/** A position that an earlier answer gave: the figures are those of then or later. */
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
