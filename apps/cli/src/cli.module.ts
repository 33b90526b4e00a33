import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AuditModule } from '#audit/module';
import { ComplianceModule } from '#compliance/module';
import { ConventionModule } from '#convention/module';
import { FlowModule } from '#flow/module';
import { FragilityModule } from '#fragility/module';
import { type Installation } from '#installation';
import { InstallationModule } from '#installation/module';
import { PrefectModule } from '#prefect/module';
import { RehousingModule } from '#rehousing/module';
import { BesideModule } from '#vacancy/module';
import { TokensModule } from '#tokens/module';

/** A module for one opened installation. */
export type ModuleOver = (installation: Installation) => DynamicModule;

/** What reports and tokens need. A command that needs more of the program brings it: every command waits for what is loaded here. */
@Module({})
export class CliModule {
  static over(installation: Installation, more: readonly ModuleOver[]): DynamicModule {
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
        AuditModule,
        BesideModule,
        FlowModule,
        TokensModule,
        ...more.map((moduleOver) => moduleOver(installation)),
      ],
    };
  }
}
