import { Module, type DynamicModule } from '@nestjs/common';
import { ReadAuditHistoryHandler } from './history/read-audit-history';
import { AuditController } from './http/audit.controller';
import { HistoryVerifier } from './verify/verifier';
import { VerifyHistoryHandler } from './verify/verify-history';

/** Histories, for the command line. */
@Module({ providers: [ReadAuditHistoryHandler] })
export class AuditModule {}

/** Histories and verification, over HTTP. */
@Module({})
export class AuditApiModule {
  static verifyingBy(verifier: HistoryVerifier): DynamicModule {
    return {
      module: AuditApiModule,
      controllers: [AuditController],
      providers: [ReadAuditHistoryHandler, VerifyHistoryHandler, { provide: HistoryVerifier, useValue: verifier }],
    };
  }
}
