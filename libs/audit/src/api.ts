import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule } from './audit.module';
import { AuditController } from './http/audit.controller';
import { HistoryVerifier } from './verify/verifier';
import { VerifyHistoryHandler } from './verify/verify-history';

/** Histories and verification, over HTTP. */
@Module({})
export class AuditApiModule {
  static verifyingBy(verifier: HistoryVerifier): DynamicModule {
    return {
      module: AuditApiModule,
      imports: [AuditModule],
      controllers: [AuditController],
      providers: [VerifyHistoryHandler, { provide: HistoryVerifier, useValue: verifier }],
    };
  }
}
