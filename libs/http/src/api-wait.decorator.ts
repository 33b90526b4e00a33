import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsPosition } from './parameters';

/** A position that the answer must show at least, as an earlier answer gave it. */
export function ApiWait(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      type: String,
      description:
        'Une « position » reçue d’un envoi : la réponse la montre, quel que soit le service qui l’a écrite (sinon, tout ce qui est enregistré à l’instant de la demande)',
      example: '0000000000000001',
    }),
    IsOptional(),
    IsPosition(),
  );
}
