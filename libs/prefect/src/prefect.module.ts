import { Module } from '@nestjs/common';
import { PrefectController } from './http/prefect.controller';
import { ReportPrefectHandler } from './queries/report-prefect';

/** The prefect's half-years; their figures are asked of the compliance module. */
@Module({ controllers: [PrefectController], providers: [ReportPrefectHandler] })
export class PrefectModule {}
