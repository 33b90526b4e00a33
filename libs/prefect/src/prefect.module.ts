import { Module } from '@nestjs/common';
import { PrefectController } from './http/prefect.controller';
import { ReportPrefectHandler } from './queries/report-prefect';

/** The half-years for the prefect. Their figures come from the compliance module. */
@Module({ controllers: [PrefectController], providers: [ReportPrefectHandler] })
export class PrefectModule {}
