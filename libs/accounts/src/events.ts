import type { GivenRole } from '#access';
import { FIRST_VERSION, StreamDefinition } from '#event-store';
import type { Day } from '#kernel';

/** A role that a person holds, where, and until when. */
export interface Grant {
  readonly role: GivenRole;
  /** Codes of landlords, holders or communes, as the role has them; none for a role that acts everywhere. */
  readonly codes: readonly string[];
  /** It holds until the end of this day, in the territory's zone; null where nobody said. */
  readonly lastDay: Day | null;
  /** « gestionnaire »: the person invites people of the same role, with no wider scope. */
  readonly manager: boolean;
}

/** The address and the name of a person, sealed with a key of the account. */
export interface SealedPerson {
  readonly email: string;
  readonly name: string | null;
}

/** What the person is told, and what stands in the history, of a secret. The secret itself is in no event. */
export type AccountEvent =
  | { readonly type: 'UserInvited'; readonly data: Grant }
  | { readonly type: 'InvitationAccepted'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'RoleGranted'; readonly data: Grant }
  | { readonly type: 'RoleRevoked'; readonly data: Pick<Grant, 'role' | 'codes'> }
  | { readonly type: 'UserDisabled'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'RecoveryOpened'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'PasswordChanged'; readonly data: { readonly by: 'person' | 'recovery' } }
  | { readonly type: 'SecondFactorEnrolled'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'RecoveryCodesMade'; readonly data: Readonly<Record<string, never>> };

/** One stream for each person, named by a random-looking id: see `accountIdOf`. */
export const ACCOUNT_STREAMS = new StreamDefinition<AccountEvent>({
  category: 'account',
  types: {
    UserInvited: FIRST_VERSION,
    InvitationAccepted: FIRST_VERSION,
    RoleGranted: FIRST_VERSION,
    RoleRevoked: FIRST_VERSION,
    UserDisabled: FIRST_VERSION,
    RecoveryOpened: FIRST_VERSION,
    PasswordChanged: FIRST_VERSION,
    SecondFactorEnrolled: FIRST_VERSION,
    RecoveryCodesMade: FIRST_VERSION,
  },
});
