import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Refusal, Uuid } from '#kernel';
import { VigilanceReader, type VigilanceView, type WouldBe } from '../vigilance/vigilance-reader';

/** What the lease of a candidate would change. */
export class WeighCandidate extends Query<VigilanceView | Refusal> {
  constructor(
    readonly vacancy: Uuid,
    readonly candidate: Uuid,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** What the lease of a household would change that is not designated. */
export class WeighHousehold extends Query<VigilanceView | Refusal> {
  constructor(
    readonly vacancy: Uuid,
    readonly wouldBe: WouldBe,
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(WeighCandidate)
export class WeighCandidateHandler implements IQueryHandler<WeighCandidate> {
  constructor(private readonly reader: VigilanceReader) {}

  execute({ vacancy, candidate, actor }: WeighCandidate): Promise<VigilanceView | Refusal> {
    return this.reader.ofCandidate(vacancy, candidate, actor);
  }
}

@QueryHandler(WeighHousehold)
export class WeighHouseholdHandler implements IQueryHandler<WeighHousehold> {
  constructor(private readonly reader: VigilanceReader) {}

  execute({ vacancy, wouldBe, actor }: WeighHousehold): Promise<VigilanceView | Refusal> {
    return this.reader.ofHousehold(vacancy, wouldBe, actor);
  }
}
