import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Access, AccountsModule } from '#accounts/module';
import { AuditModule } from '#audit/module';
import { ComplianceModule } from '#compliance/module';
import { ConventionModule } from '#convention/module';
import { WorkerImporter } from '#exchange';
import { ExchangeModule } from '#exchange/module';
import { FlowModule } from '#flow/module';
import { FragilityModule } from '#fragility/module';
import { type Installation } from '#installation';
import { InstallationModule } from '#installation/module';
import { mailSettingOf } from '#lifecycle';
import { PrefectModule } from '#prefect/module';
import { IMPORT_THREAD } from '#product';
import { RehousingModule } from '#rehousing/module';
import { BesideModule } from '#vacancy/module';
import { TokensModule } from '#tokens/module';

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
        ExchangeModule.importingBy(new WorkerImporter(installation, IMPORT_THREAD)),
        AuditModule,
        BesideModule,
        FlowModule,
        TokensModule,
        AccountsModule.with(new Access(installation, { mail: mailSettingOf(process.env) })),
      ],
    };
  }
}
