import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccountsModule, type Access } from '#accounts/module';
import { WorkerVerifier, type HistoryVerifier } from '#audit';
import { AuditApiModule } from '#audit/module';
import { ComplianceModule } from '#compliance/module';
import { ConventionModule } from '#convention/module';
import { DictionaryModule } from '#dictionary/module';
import { WorkerImporter, type Importer } from '#exchange';
import { ExchangeApiModule } from '#exchange/module';
import { FlowModule } from '#flow/module';
import { FragilityModule } from '#fragility/module';
import { HttpModule, type Authenticator, type PublicUrl } from '#http';
import { type Installation } from '#installation';
import { InstallationModule } from '#installation/module';
import { PrefectModule } from '#prefect/module';
import { IMPORT_THREAD } from '#product';
import { RehousingModule } from '#rehousing/module';
import { Readiness, readinessOf } from '#lifecycle';
import { Telemetry } from '#telemetry';
import { TokensModule } from '#tokens/module';
import { VacancyModule } from '#vacancy/module';
import { ViewsModule } from '#views/module';
import type { Logger } from 'pino';
import { HeadController } from './head/head.controller';
import { HealthController } from './health/health.controller';
import { HealthReporter } from './health/health-reporter';
import { MetricsController } from './metrics/metrics.controller';
import { ProjectionsController } from './projections/projections.controller';

export interface ServiceOptions {
  /** The address under which people reach the service; absent where only this machine does. */
  readonly publicUrl?: PublicUrl;
  /** The proxies whose word on where a request comes from is believed. Default: none. */
  readonly trustedProxies?: readonly string[];
  /** Whether this is the process of the demonstration, which offers one click per role. */
  readonly isDemo?: boolean;
  /** The token that a request from another machine must show. Without it, only this machine is answered. */
  readonly token?: string;
  /** The token that gives access to the metrics only. */
  readonly metricsToken?: string;
  /** Identifies the sender of a request. Default: by the tokens above, and by this machine. */
  readonly authenticator?: Authenticator;
  /** Default: logs to stderr, at the level that the environment names. */
  readonly logger?: Logger;
  /** Default: no metrics and no traces. */
  readonly telemetry?: Telemetry;
  /** Whether the service can get requests. Default: decided from its stores and its projections. */
  readonly readiness?: Readiness;
  /** Runs the imports. Default: in a thread of their own. */
  readonly importer?: Importer;
  /** Verifies the history. Default: in a thread of its own. */
  readonly verifier?: HistoryVerifier;
}

/** The modules of the service: those of the libraries, for one opened installation. */
@Module({})
export class ApiModule {
  static over(installation: Installation, options: ServiceOptions, access: Access): DynamicModule {
    const { telemetry = new Telemetry(), importer, verifier } = options;
    return {
      module: ApiModule,
      imports: [
        CqrsModule.forRoot(),
        HttpModule,
        InstallationModule.over(installation),
        ConventionModule,
        ComplianceModule,
        DictionaryModule,
        FragilityModule,
        RehousingModule,
        VacancyModule,
        FlowModule,
        TokensModule,
        AccountsModule.with(access),
        PrefectModule,
        ViewsModule,
        ExchangeApiModule.importingBy(importer ?? new WorkerImporter(installation, IMPORT_THREAD)),
        AuditApiModule.verifyingBy(verifier ?? new WorkerVerifier(installation)),
      ],
      controllers: [HeadController, HealthController, MetricsController, ProjectionsController],
      providers: [
        HealthReporter,
        { provide: Telemetry, useValue: telemetry },
        { provide: Readiness, useValue: options.readiness ?? readinessOf(installation) },
      ],
    };
  }
}
