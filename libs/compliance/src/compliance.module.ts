import { Module } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ConventionHistory } from '#convention';
import { Installation } from '#installation';
import { IndicatorLists } from './indicators/indicator-lists';
import { AllocationLists } from './lists/allocation-lists';
import { CountRehousings } from './queries/count-rehousings';
import { ExportAllocationsHandler } from './queries/export-allocations';
import { ComplianceFreshness } from './queries/freshness';
import { LeaseReader } from './lease/lease-reader';
import { NamedListReads } from '#readings';
import { AskNamedListHandler, OpenNamedListHandler } from './named/named-list.commands';
import { NamedLists } from './named/named-lists';
import { ReadLeaseHandler } from './queries/read-lease';
import { LeasesOfResidenceHandler } from './queries/leases-of-residence';
import { ListAllocationsHandler } from './queries/list-allocations';
import { ListIndicatorsHandler } from './queries/list-indicators';
import { OneObjectiveReports } from './objectives/one-objective';
import { ObjectivesReports } from './objectives/objectives-report';
import { ReadSigningDaysHandler } from './queries/read-signing-days';
import { ReadObjectiveHandler } from './queries/read-objective';
import { ReportObjectivesHandler } from './queries/report-objectives';
import { ReportComplianceHandler } from './queries/report-compliance';
import { ReportSeriesHandler } from './queries/report-series';
import { ComplianceReports } from './report';
import { SeriesReports } from './series/series-report';

/** The stores and the convention that reports and lists read. */
function sourcesOf({ eventStore, readStore }: Installation, convention: ConventionHistory) {
  return { events: eventStore, readStore, convention };
}

/** The figures and the lists behind them. */
@Module({
  providers: [
    ComplianceFreshness,
    {
      provide: ComplianceReports,
      inject: [Installation, ConventionHistory],
      useFactory: (installation: Installation, convention: ConventionHistory) =>
        new ComplianceReports(sourcesOf(installation, convention)),
    },
    {
      provide: SeriesReports,
      inject: [Installation, ConventionHistory],
      useFactory: (installation: Installation, convention: ConventionHistory) =>
        new SeriesReports({ ...sourcesOf(installation, convention), clock: installation.clock }),
    },
    {
      provide: AllocationLists,
      inject: [Installation, ConventionHistory],
      useFactory: (installation: Installation, convention: ConventionHistory) =>
        new AllocationLists(sourcesOf(installation, convention)),
    },
    {
      provide: ObjectivesReports,
      inject: [Installation, ConventionHistory, QueryBus],
      useFactory: (installation: Installation, convention: ConventionHistory, queries: QueryBus) =>
        new ObjectivesReports({
          ...sourcesOf(installation, convention),
          rehousings: (day, position) => queries.execute(new CountRehousings(day, position)),
        }),
    },
    {
      provide: OneObjectiveReports,
      inject: [ObjectivesReports, Installation, ConventionHistory],
      useFactory: (reports: ObjectivesReports, installation: Installation, convention: ConventionHistory) =>
        new OneObjectiveReports(reports, { convention, clock: installation.clock }),
    },
    {
      provide: IndicatorLists,
      inject: [Installation, ConventionHistory],
      useFactory: (installation: Installation, convention: ConventionHistory) =>
        new IndicatorLists(sourcesOf(installation, convention)),
    },
    {
      provide: LeaseReader,
      inject: [Installation, ConventionHistory],
      useFactory: (installation: Installation, convention: ConventionHistory) =>
        new LeaseReader({ ...sourcesOf(installation, convention), vault: () => installation.vault() }),
    },
    ReadLeaseHandler,
    {
      provide: NamedLists,
      inject: [Installation, ConventionHistory, AllocationLists],
      useFactory: (installation: Installation, convention: ConventionHistory, lists: AllocationLists) => {
        const { eventStore: events, pipelineStores } = installation;
        const reads = new NamedListReads({ ...pipelineStores, convention });
        const { vault, clock } = pipelineStores;
        return new NamedLists({ events, vault, clock }, lists, reads);
      },
    },
    AskNamedListHandler,
    OpenNamedListHandler,
    ReportComplianceHandler,
    ReportSeriesHandler,
    ListIndicatorsHandler,
    ReportObjectivesHandler,
    ReadObjectiveHandler,
    LeasesOfResidenceHandler,
    ReadSigningDaysHandler,
    ListAllocationsHandler,
    ExportAllocationsHandler,
  ],
})
export class ComplianceModule {}
