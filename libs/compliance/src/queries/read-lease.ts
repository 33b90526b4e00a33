import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { refusalOf, type Actor } from '#access';
import type { Position } from '#event-store';
import { isUuid, refuse, type AsOf, type Refusal, type Uuid } from '#kernel';
import { LeaseReader, type LeaseView } from '../lease/lease-reader';
import { ComplianceFreshness } from './freshness';

/** One lease, explained. */
export class ReadLease extends Query<LeaseView | Refusal> {
  constructor(
    readonly asked: { readonly allocation: string; readonly asOf?: AsOf | undefined },
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReadLease)
export class ReadLeaseHandler implements IQueryHandler<ReadLease> {
  constructor(
    private readonly freshness: ComplianceFreshness,
    private readonly reader: LeaseReader,
  ) {}

  async execute({ asked: { allocation, asOf }, actor, atLeast }: ReadLease): Promise<LeaseView | Refusal> {
    const refusal = refusalOf(actor, 'read-list');
    if (refusal) return refusal;
    if (!isUuid(allocation)) return refuse('unknown-allocation');
    await this.freshness.reachHead(atLeast);
    return this.reader.read({ allocation: allocation as Uuid, asOf }, actor);
  }
}
