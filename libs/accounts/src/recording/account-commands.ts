import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor, GivenRole } from '#access';
import type { Correlation, Refusal, Uuid } from '#kernel';
import type { Invitation, Invited, ListedUser } from './account-office';
import { SignIn } from './sign-in';

/** Invites a person, or gives one who is here already another role. */
export class InviteUser extends Command<Invited | Refusal> {
  constructor(
    readonly invitation: Invitation,
    readonly actor: Actor,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

/** Gives a person a link to choose another password. */
export class RecoverUser extends Command<Invited | Refusal> {
  constructor(
    readonly email: string,
    readonly actor: Actor,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

/** Takes one role away, or all of them. */
export class RevokeUser extends Command<{ readonly user: Uuid } | Refusal> {
  constructor(
    readonly revoked: { readonly email: string; readonly role?: GivenRole | undefined },
    readonly actor: Actor,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

export class DisableUser extends Command<{ readonly user: Uuid } | Refusal> {
  constructor(
    readonly email: string,
    readonly actor: Actor,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

export class ListUsers extends Query<readonly ListedUser[] | Refusal> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@CommandHandler(InviteUser)
export class InviteUserHandler implements ICommandHandler<InviteUser> {
  constructor(private readonly signIn: SignIn) {}

  execute({ invitation, actor, correlation }: InviteUser): Promise<Invited | Refusal> {
    return this.signIn.office.invite(invitation, { actor, correlation });
  }
}

@CommandHandler(RecoverUser)
export class RecoverUserHandler implements ICommandHandler<RecoverUser> {
  constructor(private readonly signIn: SignIn) {}

  execute({ email, actor, correlation }: RecoverUser): Promise<Invited | Refusal> {
    return this.signIn.office.recover(email, { actor, correlation });
  }
}

@CommandHandler(RevokeUser)
export class RevokeUserHandler implements ICommandHandler<RevokeUser> {
  constructor(private readonly signIn: SignIn) {}

  execute({ revoked, actor, correlation }: RevokeUser): Promise<{ readonly user: Uuid } | Refusal> {
    return this.signIn.office.revoke(revoked.email, revoked.role, { actor, correlation });
  }
}

@CommandHandler(DisableUser)
export class DisableUserHandler implements ICommandHandler<DisableUser> {
  constructor(private readonly signIn: SignIn) {}

  execute({ email, actor, correlation }: DisableUser): Promise<{ readonly user: Uuid } | Refusal> {
    return this.signIn.office.disable(email, { actor, correlation });
  }
}

@QueryHandler(ListUsers)
export class ListUsersHandler implements IQueryHandler<ListUsers> {
  constructor(private readonly signIn: SignIn) {}

  execute({ actor }: ListUsers): Promise<readonly ListedUser[] | Refusal> {
    return this.signIn.office.list(actor);
  }
}
