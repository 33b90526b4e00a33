import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { WorkerVerifier, type HistoryVerifier } from '#audit';
import { AuditApiModule } from '#audit/module';
import { ComplianceModule } from '#compliance/module';
import { ConventionModule } from '#convention/module';
import { WorkerImporter, type Importer } from '#exchange';
import { ExchangeApiModule } from '#exchange/module';
import { FragilityModule } from '#fragility/module';
import { HttpModule, type Authenticator } from '#http';
import { type Installation } from '#installation';
import { InstallationModule } from '#installation/module';
import { PrefectModule } from '#prefect/module';
import { IMPORT_THREAD } from '#product';
import { RehousingModule } from '#rehousing/module';
import { Readiness, readinessOf } from '#lifecycle';
import { Telemetry } from '#telemetry';
import type { Logger } from 'pino';
import { HealthController } from './health/health.controller';
import { HealthReporter } from './health/health-reporter';
import { HomeController } from './home/home.controller';
import { MetricsController } from './metrics/metrics.controller';
import { ProjectionsController } from './projections/projections.controller';

export interface ServiceOptions {
  /** What a request from elsewhere must show; without one, only this machine is answered. */
  readonly token?: string;
  /** What readers of the metrics alone may show. */
  readonly metricsToken?: string;
  /** Says who asks; by the tokens above and by this machine, unless given. */
  readonly authenticator?: Authenticator;
  /** Where it logs; to stderr, at the environment's level, unless told. */
  readonly logger?: Logger;
  /** What it measures and traces; nothing unless told. */
  readonly telemetry?: Telemetry;
  /** Whether it can be sent requests; by its stores unless told. */
  readonly readiness?: Readiness;
  /** Where imports run; in a thread of their own unless told. */
  readonly importer?: Importer;
  /** Where the history is verified; in a thread of its own unless told. */
  readonly verifier?: HistoryVerifier;
}

/** The service's wiring: the libraries' modules over one opened installation. */
@Module({})
export class ApiModule {
  static over(installation: Installation, options: ServiceOptions): DynamicModule {
    const { telemetry = new Telemetry(), importer, verifier } = options;
    return {
      module: ApiModule,
      imports: [
        CqrsModule.forRoot(),
        HttpModule,
        InstallationModule.over(installation),
        ConventionModule,
        ComplianceModule,
        FragilityModule,
        RehousingModule,
        PrefectModule,
        ExchangeApiModule.importingBy(importer ?? new WorkerImporter(installation, IMPORT_THREAD)),
        AuditApiModule.verifyingBy(verifier ?? new WorkerVerifier(installation)),
      ],
      controllers: [HomeController, HealthController, MetricsController, ProjectionsController],
      providers: [
        HealthReporter,
        { provide: Telemetry, useValue: telemetry },
        { provide: Readiness, useValue: options.readiness ?? readinessOf(installation) },
      ],
    };
  }
}
