import { applyDecorators, Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { answerDocument, ApiPaperFile, ApiProblems, CurrentActor, CurrentCorrelation, Needs } from '#http';
import { isRefusal, type Correlation, type Refusal, type Uuid } from '#kernel';
import { VacancyQueryDto } from '../../http/vacancies.dto';
import { problemOfRefusal } from '../../http/vacancy-refusals';
import { letterDocument, letterFileName, type Letter } from './letter';
import { LetterParamDto, OfferLetterQueryDto, plannedOfferOf } from './letters.dto';
import type { LetterTo } from './letters-reader';
import { ReadOfferLetter, ReadRefusalLetter } from './read-letters';

const RECORDED = 'Le courrier nomme le ménage par son numéro unique : la consultation est enregistrée.';

/** The letters of a landlord to a household. */
@ApiTags('Vacances')
@ApiBearerAuth()
@Controller('api/vacancies/:vacancy/candidates/:candidate')
export class LettersController {
  constructor(private readonly queries: QueryBus) {}

  @LetterRoute('offer', {
    summary: 'Le courrier d’une proposition de logement',
    description: `Avec son dernier jour pour répondre (R. 441-10). Avant que l’offre soit enregistrée, date_notification donne le jour prévu de la remise. ${RECORDED}`,
    refusals: ['day-out-of-order', 'not-the-first-rank', 'condition-not-lifted', 'deadline-under-ten-days'],
  })
  async offer(
    @Param() param: LetterParamDto,
    @Query() query: OfferLetterQueryDto,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Uint8Array> {
    const asked = new ReadOfferLetter(addressed(param), actor, plannedOfferOf(query), correlation);
    return printed(await this.queries.execute(asked), reply);
  }

  @LetterRoute('notice', {
    summary: 'La notification d’une non-attribution ou d’une irrecevabilité',
    description: `Écrite et motivée (L. 441-2-2). ${RECORDED}`,
    refusals: [],
  })
  async notice(
    @Param() param: LetterParamDto,
    @Query() _query: VacancyQueryDto,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Uint8Array> {
    return printed(await this.queries.execute(new ReadRefusalLetter(addressed(param), actor, correlation)), reply);
  }
}

function addressed({ vacancy, candidate }: LetterParamDto): LetterTo {
  return { vacancy: vacancy as Uuid, candidate: candidate as Uuid };
}

/** @throws ProblemError of the refusal */
function printed(letter: Letter | Refusal, reply: FastifyReply): Promise<Uint8Array> {
  if (isRefusal(letter)) throw problemOfRefusal(letter);
  return answerDocument(reply, letterFileName(letter), letterDocument(letter));
}

interface RouteWords {
  readonly summary: string;
  readonly description: string;
  readonly refusals: readonly string[];
}

function LetterRoute(path: string, { refusals, ...words }: RouteWords): MethodDecorator {
  return applyDecorators(
    Get(path),
    // The handler also asks for `read-named-list`, at the vacancy's place.
    Needs('let-dwellings'),
    ApiOperation(words),
    ApiPaperFile(['pdf']),
    ApiProblems(
      'invalid-request',
      'not-authenticated',
      'not-allowed',
      'scope-not-allowed',
      'unknown-vacancy',
      'unknown-candidate',
      'not-in-this-status',
      ...refusals,
      'household-erased',
      'reading-not-recorded',
      'unexpected',
      'keys-busy',
    ),
  );
}
