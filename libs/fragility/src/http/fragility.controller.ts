import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { ApiProblems, ApiTableFile, asAttachment, CurrentActor, fileStream } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { csvTable, xlsxTable } from '#tables';
import { fragilityFileName, fragilityTable } from '../exports/report-table';
import { ReadResidenceSheet, type SheetWithLeases } from '../queries/read-residence-sheet';
import { ReportFragility } from '../queries/report-fragility';
import type { FragilityReport } from '../report/report';
import { FragilityQueryDto, fragilityQueryOf, MomentQueryDto } from './fragility-query.dto';
import { FragilityReportDto } from './fragility.dto';
import { ResidenceParamDto } from './residence-param.dto';
import { ResidenceSheetDto } from './sheet.dto';

@ApiTags('Fragilité')
@ApiBearerAuth()
@Controller('api/fragility')
export class FragilityController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    summary: 'Les notes de fragilité des résidences',
    description:
      'Les notes en vigueur un jour, la note finale, et pourquoi. Le même que `mixite report fragility`. Un bailleur voit ses résidences, une commune les siennes.',
  })
  @ApiOkResponse({ type: FragilityReportDto })
  @ApiTableFile(
    'code_residence;libelle;note_statistique;note_commune;note_bailleur;note_finale;motif;le;etat_au;position',
  )
  @ApiProblems(
    'invalid-request',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'unexpected',
    'projection-late',
  )
  async report(
    @Query() query: FragilityQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FragilityReport | Refusal | Readable> {
    const report = await this.queries.execute(new ReportFragility(fragilityQueryOf(query), actor));
    const format = query.format ?? 'json';
    if (isRefusal(report) || format === 'json') return report;
    asAttachment(reply, format, fragilityFileName(report));
    const table = fragilityTable(report);
    return fileStream(format === 'csv' ? csvTable(table) : xlsxTable(table));
  }

  @Get(':residence')
  @ApiOperation({
    summary: 'La fiche de fragilité d’une résidence',
    description:
      'La note statistique pas à pas, les notes en vigueur et pourquoi, leur histoire (qui, quand), les baux signés depuis.',
  })
  @ApiOkResponse({ type: ResidenceSheetDto })
  @ApiProblems(
    'invalid-request',
    'not-authenticated',
    'not-allowed',
    'scope-not-allowed',
    'unknown-residence',
    'unexpected',
    'projection-late',
  )
  sheet(
    @Param() { residence }: ResidenceParamDto,
    @Query() query: MomentQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<SheetWithLeases | Refusal> {
    return this.queries.execute(new ReadResidenceSheet(residence, fragilityQueryOf(query), actor));
  }
}
