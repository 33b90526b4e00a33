import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Actor } from '#access';
import { ConventionHistory, letterheadAt } from '#convention';
import { answerDocument, answerTable, ApiProblems, ApiTableFile, CurrentActor, Needs, READ_PROBLEMS } from '#http';
import { isRefusal, type Refusal } from '#kernel';
import { fragilityDocument } from '../exports/report-document';
import { fragilityFileName, fragilityTable } from '../exports/report-table';
import { fragilityWorkbook } from '../exports/report-workbook';
import { ReportCoverage, ReportFragility, ReportReminders } from '../queries/reports';
import { ReadResidenceSheet, type SheetWithLeases } from '../queries/read-residence-sheet';
import type { CoverageReport } from '../report/coverage';
import type { RemindersReport } from '../report/reminders';
import type { FragilityReport } from '../report/report';
import { CoverageReportDto } from './coverage.dto';
import { FragilityQueryDto, fragilityQueryOf, MomentQueryDto, ResidenceParamDto } from './fragility-query.dto';
import { FragilityReportDto } from './fragility.dto';
import { RemindersReportDto } from './reminders.dto';
import { ResidenceSheetDto } from './sheet.dto';

@ApiTags('Fragilité')
@ApiBearerAuth()
@Controller('api/fragility')
export class FragilityController {
  constructor(
    private readonly queries: QueryBus,
    private readonly convention: ConventionHistory,
  ) {}

  @Get()
  @Needs('read-figures')
  @ApiOperation({
    summary: 'Les notes de fragilité des résidences',
    description:
      'Les notes en vigueur un jour, la note finale, et pourquoi. Le même que `mixite report fragility`. Un bailleur voit ses résidences, une commune les siennes.',
  })
  @ApiOkResponse({ type: FragilityReportDto })
  @ApiTableFile(
    'code_residence;libelle;note_statistique;note_commune;note_bailleur;note_finale;motif;le;etat_au;position',
    { printed: true },
  )
  @ApiProblems(...READ_PROBLEMS)
  async report(
    @Query() query: FragilityQueryDto,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FragilityReport | Refusal | Readable | Uint8Array> {
    const report = await this.queries.execute(new ReportFragility(fragilityQueryOf(query), actor, query.wait));
    const format = query.format ?? 'json';
    if (isRefusal(report) || format === 'json') return report;
    const name = fragilityFileName(report);
    const letterhead = await letterheadAt(this.convention, report, report.on);
    if (format === 'pdf') return answerDocument(reply, name, fragilityDocument(report, letterhead));
    return answerTable(reply, format, name, fragilityTable(report), fragilityWorkbook(report, letterhead));
  }

  @Get('coverage')
  @Needs('read-figures')
  @ApiOperation({
    summary: 'La couverture : combien de résidences et de logements sont notés',
    description: 'Par note, par règle, par commune et par bailleur ; les types des résidences notées 4 ou 5.',
  })
  @ApiOkResponse({ type: CoverageReportDto })
  @ApiProblems(...READ_PROBLEMS)
  coverage(@Query() query: MomentQueryDto, @CurrentActor() actor: Actor): Promise<CoverageReport | Refusal> {
    return this.queries.execute(new ReportCoverage(fragilityQueryOf(query), actor, query.wait));
  }

  @Get('reminders')
  @Needs('read-figures')
  @ApiOperation({
    summary: 'Les rappels : ce qui est à refaire, ce qui est en retard',
    description: 'Les enquêtes de plus de deux ans, les listes de plus de trois, au jour demandé.',
  })
  @ApiOkResponse({ type: RemindersReportDto })
  @ApiProblems(...READ_PROBLEMS)
  reminders(@Query() query: MomentQueryDto, @CurrentActor() actor: Actor): Promise<RemindersReport | Refusal> {
    return this.queries.execute(new ReportReminders(fragilityQueryOf(query), actor, query.wait));
  }

  @Get(':residence')
  @Needs('read-figures')
  @ApiOperation({
    summary: 'La fiche de fragilité d’une résidence',
    description:
      'La note statistique pas à pas, les notes en vigueur et pourquoi, leur histoire (qui, quand), les baux signés depuis.',
  })
  @ApiOkResponse({ type: ResidenceSheetDto })
  @ApiProblems(...READ_PROBLEMS, 'unknown-residence')
  sheet(
    @Param() { residence }: ResidenceParamDto,
    @Query() query: MomentQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<SheetWithLeases | Refusal> {
    return this.queries.execute(new ReadResidenceSheet(residence, fragilityQueryOf(query), actor, query.wait));
  }
}
