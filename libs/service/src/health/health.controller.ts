import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#access';
import { KnownActor, Open, OpenTellingMore } from '#http';
import { Readiness } from '#lifecycle';
import { HealthReportDto, LivenessDto, ReadinessDto } from './health.dto';
import { HealthReporter, type HealthReport } from './health-reporter';

@ApiTags('Service')
@Controller('api/health')
export class HealthController {
  constructor(
    private readonly reporter: HealthReporter,
    private readonly readiness: Readiness,
  ) {}

  @Get()
  @OpenTellingMore()
  @ApiOperation({
    summary: 'L’état du service',
    description:
      'Ouvert à tous, qui n’en lisent que « status » ; le reste est pour qui est entré, sous quelque rôle que ce soit.',
  })
  @ApiOkResponse({ type: HealthReportDto, description: 'Prêt' })
  @ApiServiceUnavailableResponse({
    type: HealthReportDto,
    description: 'Un calcul est arrêté, ou le registre ne répond pas',
  })
  async health(
    @KnownActor() actor: Actor | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HealthReport | Pick<HealthReport, 'status'>> {
    const report = await this.reporter.report();
    const { status } = report;
    void reply.status(status === 'ok' ? 200 : 503);
    return actor ? report : { status };
  }

  @Get('live')
  @Open()
  @ApiOperation({
    summary: 'Le service vit-il ?',
    description: 'Répond tant que le processus répond, sans rien demander à ses bases : à défaut, il faut le relancer.',
  })
  @ApiOkResponse({ type: LivenessDto })
  live(): LivenessDto {
    return { status: 'live' };
  }

  @Get('ready')
  @Open()
  @ApiOperation({
    summary: 'Peut-on lui envoyer des requêtes ?',
    description:
      'Non tant qu’il s’arrête, que ses bases ne répondent pas ou que ses chiffres sont arrêtés ou trop en retard. Ce n’est pas une raison de le relancer.',
  })
  @ApiOkResponse({ type: ReadinessDto, description: 'Oui' })
  @ApiServiceUnavailableResponse({ type: ReadinessDto, description: 'Non, et pourquoi' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessDto> {
    const { ready, reasons } = await this.readiness.check();
    void reply.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not-ready', reasons };
  }
}
