import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { refusalOf, type Actor } from '#access';
import type { Refusal } from '#kernel';
import type { HistoryVerification } from './verification';
import { HistoryVerifier } from './verifier';

/** Verifies the whole history. Refused: `not-allowed`. @throws CodedError `verification-under-way` */
export class VerifyHistory extends Query<HistoryVerification | Refusal> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(VerifyHistory)
export class VerifyHistoryHandler implements IQueryHandler<VerifyHistory> {
  constructor(private readonly verifier: HistoryVerifier) {}

  async execute({ actor }: VerifyHistory): Promise<HistoryVerification | Refusal> {
    return refusalOf(actor, 'verify-history') ?? this.verifier.verify();
  }
}
