import { Module } from '@nestjs/common';
import { ReadAuditHistoryHandler } from './history/read-audit-history';

/** Histories. */
@Module({ providers: [ReadAuditHistoryHandler] })
export class AuditModule {}
