import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { refusalOf, type Actor, type Scope } from '#access';
import type { Position } from '#event-store';
import { Installation } from '#installation';
import type { Day, Refusal } from '#kernel';
import { newestMoment } from '#processing';
import type { ReadModel } from '#read-store';
import { complianceProjection } from '../projections/compliance-projection';
import { COMPLIANCE_MODEL, OPEN, type AllocationDocument } from '../projections/model';

/** The first and the last day on which a lease that counts was signed, among those of the reader's scope; null where there is none. */
export interface SigningDays {
  readonly firstSigned: Day | null;
  readonly lastSigned: Day | null;
  /** The position that they show: while the projection is late, one before the head. */
  readonly position: Position | null;
}

/** Asks for the days without waiting for the projection. Refused: `not-allowed`, `scope-not-allowed`. */
export class ReadSigningDays extends Query<SigningDays | Refusal> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(ReadSigningDays)
export class ReadSigningDaysHandler implements IQueryHandler<ReadSigningDays> {
  constructor(private readonly installation: Installation) {}

  async execute({ actor }: ReadSigningDays): Promise<SigningDays | Refusal> {
    const refusal = refusalOf(actor, 'read-figures');
    if (refusal) return refusal;
    const { eventStore, readStore } = this.installation;
    const model = await readStore.active(COMPLIANCE_MODEL);
    // First how far the model is: what is written meanwhile can only make the days newer.
    const { position } = await newestMoment(complianceProjection, eventStore, model);
    const [firstSigned, lastSigned] = await Promise.all([
      signed(model, actor.scope, 'asc'),
      signed(model, actor.scope, 'desc'),
    ]);
    return { firstSigned, lastSigned, position };
  }
}

async function signed(model: ReadModel, scope: Scope, direction: 'asc' | 'desc'): Promise<Day | null> {
  const { documents } = await model.find<AllocationDocument>({
    collection: 'allocations',
    scope,
    where: { to: OPEN, cancelled: { not: 1 } },
    sort: [{ column: 'day', direction }],
    limit: 1,
  });
  return documents[0]?.body.day ?? null;
}
