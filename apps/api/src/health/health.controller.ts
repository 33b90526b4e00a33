import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '#http';
import { HealthReportDto } from './health.dto';
import { HealthReporter, type HealthReport } from './health-reporter';

@ApiTags('Service')
@Controller('api/health')
export class HealthController {
  constructor(private readonly reporter: HealthReporter) {}

  @Get()
  @Open()
  @ApiOperation({
    summary: 'L’état du service',
    description: 'Ouvert à tous : ne dit rien des personnes ni des chiffres.',
  })
  @ApiOkResponse({ type: HealthReportDto, description: 'Prêt' })
  @ApiServiceUnavailableResponse({
    type: HealthReportDto,
    description: 'Un calcul est arrêté, ou le registre ne répond pas',
  })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    const report = await this.reporter.report();
    void reply.status(report.status === 'ok' ? 200 : 503);
    return report;
  }
}
