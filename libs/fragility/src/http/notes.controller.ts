import { applyDecorators, Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { ApiProblems, ApiRequestKey, CurrentActor, CurrentCorrelation, Needs, RequestKeyOf } from '#http';
import { isRefusal, type Correlation, type Refusal } from '#kernel';
import { RecordAgreement, RecordNote } from '../recording/note-commands';
import type { NoteReceipt } from '../recording/note-recorder';
import { ResidenceParamDto } from './fragility-query.dto';
import { AgreementBodyDto, NoteBodyDto, NoteReceiptDto, givenAgreement, givenNote } from './notes.dto';

/** The answers of both routes that record notes. */
function ApiNoteAnswers(...refusals: readonly string[]): MethodDecorator {
  return applyDecorators(
    ApiRequestKey(),
    ApiCreatedResponse({ type: NoteReceiptDto, description: 'Notes enregistrées' }),
    ApiOkResponse({ type: NoteReceiptDto, description: 'Notes du même jour corrigées, ou inchangées' }),
    ApiProblems(
      'malformed-json',
      'invalid-request',
      'not-authenticated',
      'not-allowed',
      'scope-not-allowed',
      'unknown-residence',
      'note-superseded',
      'recording-conflict',
      'unsupported-media-type',
      'note-in-future',
      'text-names-people',
      ...refusals,
      'idempotency-key-reused',
      'unexpected',
      'projection-late',
    ),
  );
}

@ApiTags('Fragilité')
@ApiBearerAuth()
@Controller('api/fragility/:residence')
export class NotesController {
  constructor(private readonly commands: CommandBus) {}

  @Post('notes')
  @Needs('note-fragility')
  @ApiOperation({
    summary: 'Noter une résidence',
    description:
      'La note de la commune ou celle du bailleur, à partir d’un jour. Les autres notes sont reprises ; une note qui change rouvre la note arrêtée en réunion.',
  })
  @ApiNoteAnswers('comment-needed')
  async note(
    @Param() { residence }: ResidenceParamDto,
    @Body() body: NoteBodyDto,
    @RequestKeyOf() key: string | undefined,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NoteReceipt | Refusal> {
    return answered(
      await this.commands.execute(new RecordNote(givenNote(residence, body), actor, key, correlation)),
      reply,
    );
  }

  @Post('consensus')
  @Needs('note-fragility')
  @ApiOperation({
    summary: 'Enregistrer la note arrêtée en réunion',
    description:
      'Quand la commune et le bailleur se sont réunis : le jour, les organismes présents, le motif, la note.',
  })
  @ApiNoteAnswers('meeting-in-future', 'meeting-without-party')
  async agree(
    @Param() { residence }: ResidenceParamDto,
    @Body() body: AgreementBodyDto,
    @RequestKeyOf() key: string | undefined,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NoteReceipt | Refusal> {
    const given = givenAgreement(residence, body);
    return answered(await this.commands.execute(new RecordAgreement(given, actor, key, correlation)), reply);
  }
}

function answered(receipt: NoteReceipt | Refusal, reply: FastifyReply): NoteReceipt | Refusal {
  if (!isRefusal(receipt)) void reply.status(receipt.outcome === 'recorded' ? 201 : 200);
  return receipt;
}
