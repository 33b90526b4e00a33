import { Controller, Get, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { refusalOf, type Actor } from '#access';
import { ApiProblems, CurrentActor, Needs } from '#http';
import { refuse, type Refusal } from '#kernel';
import { Telemetry } from '#telemetry';

@ApiTags('Service')
@ApiBearerAuth()
@Controller('api/metrics')
export class MetricsController {
  constructor(private readonly telemetry: Telemetry) {}

  @Get()
  @Needs('read-metrics')
  @ApiOperation({
    summary: 'Les mesures du service',
    description:
      'Pour Prometheus. Avec un jeton d’administrateur, ou celui des mesures (MIXITE_METRICS_TOKEN), qui n’ouvre rien d’autre.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({
    description: 'Au format texte de Prometheus',
    content: { 'text/plain': { schema: { type: 'string', example: 'mixite_appended_events_total 1645' } } },
  })
  @ApiProblems('not-authenticated', 'not-allowed', 'scope-not-allowed', 'metrics-off', 'unexpected')
  async metrics(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Refusal> {
    const refusal = refusalOf(actor, 'read-metrics');
    if (refusal) return refusal;
    const { metrics } = this.telemetry;
    if (!metrics) return refuse('metrics-off');
    void reply.header('content-type', metrics.contentType);
    return metrics.exposition();
  }
}
