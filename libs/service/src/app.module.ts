import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccountsModule, type Access } from '#accounts/module';
import { WorkerVerifier, type HistoryVerifier } from '#audit';
import { AuditApiModule } from '#audit/api';
import { ComplianceApiModule } from '#compliance/api';
import { ConventionApiModule } from '#convention/api';
import { DictionaryModule } from '#dictionary/module';
import { WorkerImporter, type Importer } from '#exchange';
import { ExchangeApiModule } from '#exchange/api';
import { FlowApiModule } from '#flow/api';
import { FragilityApiModule } from '#fragility/api';
import { HttpModule, type Authenticator, type PublicUrl } from '#http';
import { type Installation } from '#installation';
import { InstallationModule } from '#installation/module';
import { PrefectApiModule } from '#prefect/api';
import { IMPORT_THREAD } from '#product';
import { RehousingApiModule } from '#rehousing/api';
import { Readiness, readinessOf, type MailSetting } from '#lifecycle';
import { Telemetry } from '#telemetry';
import { TokensApiModule } from '#tokens/api';
import { VacancyModule } from '#vacancy/api';
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
  /** How people are told of their accounts. Default: no mail is sent. */
  readonly mail?: MailSetting;
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
        ConventionApiModule,
        ComplianceApiModule,
        DictionaryModule,
        FragilityApiModule,
        RehousingApiModule,
        VacancyModule,
        FlowApiModule,
        TokensApiModule,
        AccountsModule.with(access),
        PrefectApiModule,
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
