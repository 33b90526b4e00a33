import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import { complianceProjection } from '#compliance';
import type { Position } from '#event-store';
import { Installation, reachHead } from '#installation';
import type { Refusal } from '#kernel';
import { Dictionaries, type DictionaryQuery, type ReadDictionary } from '../dictionaries';

/** The names of the territory on a day, as of the head of the history or of an instant. */
export class ReadTerritory extends Query<ReadDictionary | Refusal> {
  constructor(
    readonly query: DictionaryQuery,
    readonly actor: Actor,
    /** The answer shows the history up to this position at least. */
    readonly atLeast?: Position,
  ) {
    super();
  }
}

@QueryHandler(ReadTerritory)
export class ReadTerritoryHandler implements IQueryHandler<ReadTerritory> {
  constructor(
    private readonly installation: Installation,
    private readonly dictionaries: Dictionaries,
  ) {}

  async execute({ query, actor, atLeast }: ReadTerritory): Promise<ReadDictionary | Refusal> {
    await reachHead(this.installation, complianceProjection, { atLeast });
    return this.dictionaries.read(query, actor);
  }
}
