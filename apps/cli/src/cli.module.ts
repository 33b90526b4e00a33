import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AuditModule } from '#audit';
import { ComplianceModule, complianceProjection } from '#compliance';
import { ExchangeModule } from '#exchange';
import { InstallationModule, type Installation } from '#installation';
import { PrefectModule } from '#prefect';

/** Every projection of the installation. */
export const PROJECTIONS = [complianceProjection] as const;

@Module({})
export class CliModule {
  static over(installation: Installation): DynamicModule {
    return {
      module: CliModule,
      imports: [
        CqrsModule.forRoot(),
        InstallationModule.over(installation),
        ComplianceModule,
        PrefectModule,
        ExchangeModule,
        AuditModule,
      ],
    };
  }
}
