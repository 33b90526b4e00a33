import { Controller, HttpCode, Post, Query, Req, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#access';
import { ApiProblems, CurrentActor, CurrentCorrelation, Needs, ProblemError } from '#http';
import { Installation } from '#installation';
import { isRefusal, type Correlation, type JsonObject, type Refusal } from '#kernel';
import { ImportDirectory } from '../importing/import-directory.command';
import type { ImportOptions } from '../importing/import-directory';
import type { ImportReport } from '../importing/report';
import { ApiImportRefused, ImportQueryDto, ImportReportDto, ImportUploadDto } from './import.dto';
import { receiveUpload, sweepPrivateFolders, withPrivateFolder } from './receive-upload';

@ApiTags('Imports')
@ApiBearerAuth()
@Controller('api/imports')
export class ImportsController implements OnApplicationBootstrap {
  constructor(
    private readonly commands: CommandBus,
    private readonly installation: Installation,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await sweepPrivateFolders(this.installation.folder);
  }

  @Post()
  @Needs('import')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Importer les fichiers d’un territoire',
    description:
      'Tout ou rien : chaque erreur de chaque fichier est signalée, par cellule, et rien n’est alors écrit. Les mêmes fichiers envoyés deux fois n’ajoutent rien.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ImportUploadDto })
  @ApiOkResponse({ type: ImportReportDto, description: 'Ce que l’import a fait, ou ferait' })
  @ApiImportRefused()
  @ApiProblems(
    'invalid-request',
    'malformed-upload',
    'not-authenticated',
    'import-not-allowed',
    'scope-not-allowed',
    'import-under-way',
    'import-conflict',
    'import-into-demo',
    'request-too-large',
    'unsupported-media-type',
    'unexpected',
  )
  async import(
    @Req() request: FastifyRequest,
    @Query() query: ImportQueryDto,
    @CurrentActor() actor: Actor,
    @CurrentCorrelation() correlation: Correlation,
  ): Promise<ImportReport | Refusal> {
    if (!request.isMultipart()) throw new ProblemError('unsupported-media-type');
    const dryRun = query['dry-run'] === 'true';
    const report = await withPrivateFolder(this.installation.folder, (folder) =>
      this.importUpload(request, folder, { dryRun, actor, correlation }),
    );
    return isRefusal(report) || report.faults.length === 0 ? report : refused(report);
  }

  private async importUpload(
    request: FastifyRequest,
    folder: string,
    { dryRun, actor, correlation }: Pick<ImportOptions, 'dryRun' | 'actor' | 'correlation'>,
  ): Promise<ImportReport | Refusal> {
    const { directory, mapping, faults } = await receiveUpload(request, folder);
    // A part that is no file of ours refuses the import. The other parts are still read, so that every fault is reported at once.
    const onlyRead = dryRun || faults.length > 0;
    const report = await this.commands.execute(
      new ImportDirectory({ directory, dryRun: onlyRead, mapping, correlation }, actor),
    );
    return isRefusal(report) ? report : { ...report, faults: [...faults, ...report.faults] };
  }
}

/** Throws the problem of a refused import, with its faults by cell. @throws ProblemError always */
function refused({ faults, warnings, unmapped, omitted }: ImportReport): never {
  const cells = {
    faults,
    warnings,
    ...(omitted && { omitted }),
    ...(unmapped && { unmapped }),
  } as unknown as JsonObject;
  throw new ProblemError('import-refused', { faults: faults.length }, cells as Record<string, never>);
}
