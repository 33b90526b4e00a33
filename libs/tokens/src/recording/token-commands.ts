import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Clock, Correlation, Refusal, Uuid } from '#kernel';
import { TokenOffice, type GivenToken, type IssuedToken, type ListedToken } from './token-office';

/** Gives somebody a token, which only the answer tells. */
export class IssueToken extends Command<IssuedToken | Refusal> {
  constructor(
    readonly given: GivenToken,
    readonly actor: Actor,
    readonly correlation?: Correlation,
    /** Of the days of the token, where the events have another. */
    readonly clock?: Clock,
  ) {
    super();
  }
}

export class RevokeToken extends Command<{ readonly id: Uuid } | Refusal> {
  constructor(
    readonly token: Uuid,
    readonly actor: Actor,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

/** Changes the key that signs tokens. */
export class RotateTokenKey extends Command<{ readonly revoked: readonly Uuid[] } | Refusal> {
  constructor(
    readonly given: { readonly retire: boolean },
    readonly actor: Actor,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

export class ListTokens extends Query<readonly ListedToken[] | Refusal> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@CommandHandler(IssueToken)
export class IssueTokenHandler implements ICommandHandler<IssueToken> {
  constructor(private readonly office: TokenOffice) {}

  execute({ given, actor, correlation, clock }: IssueToken): Promise<IssuedToken | Refusal> {
    return this.office.issue(given, { actor, correlation }, clock);
  }
}

@CommandHandler(RevokeToken)
export class RevokeTokenHandler implements ICommandHandler<RevokeToken> {
  constructor(private readonly office: TokenOffice) {}

  execute({ token, actor, correlation }: RevokeToken): Promise<{ readonly id: Uuid } | Refusal> {
    return this.office.revoke(token, { actor, correlation });
  }
}

@CommandHandler(RotateTokenKey)
export class RotateTokenKeyHandler implements ICommandHandler<RotateTokenKey> {
  constructor(private readonly office: TokenOffice) {}

  execute({ given, actor, correlation }: RotateTokenKey): Promise<{ readonly revoked: readonly Uuid[] } | Refusal> {
    return this.office.rotate(given, { actor, correlation });
  }
}

@QueryHandler(ListTokens)
export class ListTokensHandler implements IQueryHandler<ListTokens> {
  constructor(private readonly office: TokenOffice) {}

  execute({ actor }: ListTokens): Promise<readonly ListedToken[] | Refusal> {
    return this.office.list(actor);
  }
}
