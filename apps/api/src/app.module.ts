import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { LoggerModule } from 'nestjs-pino';
import { AuditApiModule, WorkerVerifier, type HistoryVerifier } from '#audit';
import { ComplianceModule } from '#compliance';
import { ExchangeApiModule, WorkerImporter, type Importer } from '#exchange';
import { HttpModule } from '#http';
import { InstallationModule, type Installation } from '#installation';
import { PrefectModule } from '#prefect';
import { HealthController } from './health/health.controller';
import { HealthReporter } from './health/health-reporter';
import { HomeController } from './home/home.controller';
import { loggerParams, type LogOptions } from './logging';
import { ProjectionsController } from './projections/projections.controller';

export interface ServiceOptions {
  /** What a request from elsewhere must show; without one, only this machine is answered. */
  readonly token?: string;
  readonly log?: LogOptions;
  /** Where imports run; in a thread of their own unless told. */
  readonly importer?: Importer;
  /** Where the history is verified; in a thread of its own unless told. */
  readonly verifier?: HistoryVerifier;
}

/** The service's wiring: the libraries' modules over one opened installation. */
@Module({})
export class ApiModule {
  static over(installation: Installation, { token, log, importer, verifier }: ServiceOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        LoggerModule.forRoot(loggerParams(log)),
        CqrsModule.forRoot(),
        HttpModule.guardedBy(token),
        InstallationModule.over(installation),
        ComplianceModule,
        PrefectModule,
        ExchangeApiModule.importingBy(importer ?? new WorkerImporter(installation)),
        AuditApiModule.verifyingBy(verifier ?? new WorkerVerifier(installation)),
      ],
      controllers: [HomeController, HealthController, ProjectionsController],
      providers: [HealthReporter],
    };
  }
}
