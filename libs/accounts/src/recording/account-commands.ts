import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor, GivenRole } from '#access';
import { isRefusal, type Correlation, type Refusal, type Uuid } from '#kernel';
import { AccountMails, type MailedInvitation, type MailedRecovery } from '../mail/account-mails';
import type { ListedUser } from './account-answers';
import type { Invitation } from './account-office';
import { SignIn } from './sign-in';

/** Invites a person, or gives one who is here already another role. */
export class InviteUser extends Command<MailedInvitation | Refusal> {
  constructor(
    readonly invitation: Invitation,
    readonly actor: Actor,
    readonly correlation?: Correlation,
    /** Where the link of a mail leads. Without it no link is mailed. */
    readonly origin?: string,
  ) {
    super();
  }
}

/** Gives a person a link to choose another password. */
export class RecoverUser extends Command<MailedRecovery | Refusal> {
  constructor(
    readonly email: string,
    readonly actor: Actor,
    readonly correlation?: Correlation,
    /** Where the link of a mail leads. Without it no link is mailed. */
    readonly origin?: string,
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
  constructor(
    private readonly signIn: SignIn,
    private readonly mails: AccountMails,
  ) {}

  async execute({ invitation, actor, correlation, origin }: InviteUser): Promise<MailedInvitation | Refusal> {
    const invited = await this.signIn.office.invite(invitation, { actor, correlation });
    return isRefusal(invited) ? invited : this.mails.invited(invited, origin);
  }
}

@CommandHandler(RecoverUser)
export class RecoverUserHandler implements ICommandHandler<RecoverUser> {
  constructor(
    private readonly signIn: SignIn,
    private readonly mails: AccountMails,
  ) {}

  async execute({ email, actor, correlation, origin }: RecoverUser): Promise<MailedRecovery | Refusal> {
    const recovered = await this.signIn.office.recover(email, { actor, correlation });
    return isRefusal(recovered) ? recovered : this.mails.recovered(recovered, origin);
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
  constructor(
    private readonly signIn: SignIn,
    private readonly mails: AccountMails,
  ) {}

  async execute({ email, actor, correlation }: DisableUser): Promise<{ readonly user: Uuid } | Refusal> {
    const disabled = await this.signIn.office.disable(email, { actor, correlation });
    if (isRefusal(disabled)) return disabled;
    await this.mails.disabled(disabled);
    return { user: disabled.user };
  }
}

@QueryHandler(ListUsers)
export class ListUsersHandler implements IQueryHandler<ListUsers> {
  constructor(private readonly signIn: SignIn) {}

  execute({ actor }: ListUsers): Promise<readonly ListedUser[] | Refusal> {
    return this.signIn.office.list(actor);
  }
}
