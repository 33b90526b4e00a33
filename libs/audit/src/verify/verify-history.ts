import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { may, type Actor } from '#access';
import { refuse, type Refusal } from '#kernel';
import type { HistoryVerification } from './verification';
import { HistoryVerifier } from './verifier';

/** Walks the whole history. Refused: `not-allowed`. @throws CodedError `verification-under-way` */
export class VerifyHistory extends Query<HistoryVerification | Refusal> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(VerifyHistory)
export class VerifyHistoryHandler implements IQueryHandler<VerifyHistory> {
  constructor(private readonly verifier: HistoryVerifier) {}

  async execute({ actor }: VerifyHistory): Promise<HistoryVerification | Refusal> {
    if (!may(actor, 'audit')) return refuse('not-allowed', { right: 'audit' });
    return this.verifier.verify();
  }
}
