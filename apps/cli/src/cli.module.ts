import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AuditModule } from '#audit';
import { ComplianceModule } from '#compliance';
import { ConventionModule } from '#convention';
import { ExchangeModule } from '#exchange';
import { FragilityModule } from '#fragility';
import { InstallationModule, type Installation } from '#installation';
import { PrefectModule } from '#prefect';
import { RehousingModule } from '#rehousing';

@Module({})
export class CliModule {
  static over(installation: Installation): DynamicModule {
    return {
      module: CliModule,
      imports: [
        CqrsModule.forRoot(),
        InstallationModule.over(installation),
        ConventionModule,
        ComplianceModule,
        FragilityModule,
        RehousingModule,
        PrefectModule,
        ExchangeModule,
        AuditModule,
      ],
    };
  }
}
