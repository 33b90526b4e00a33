import { Module } from '@nestjs/common';
import { ReportPrefectHandler } from './queries/report-prefect';

/** The half-years for the prefect. Their figures come from the compliance module. */
@Module({ providers: [ReportPrefectHandler] })
export class PrefectModule {}
