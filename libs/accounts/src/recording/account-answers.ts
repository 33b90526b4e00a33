import type { Instant, Uuid } from '#kernel';
import type { AccountStatus } from '../account';
import type { Grant } from '../events';
import type { LinkKind } from '../secrets/links';

/** What is told once of an invitation. */
export interface Invited {
  readonly user: Uuid;
  /** The code of the link; null where the person is here already and holds the role from now on. */
  readonly code: string | null;
  /** The role as it was given; null where the person held it already and nothing was recorded. */
  readonly grant: Grant | null;
}

/** What is told once of a recovery. */
export interface Recovered {
  readonly user: Uuid;
  readonly code: string;
}

export interface Disabled {
  readonly user: Uuid;
  /** False where the account was disabled already. */
  readonly isRecorded: boolean;
}

export interface InvitationRead {
  readonly email: string;
  readonly kind: LinkKind;
  readonly grants: readonly Grant[];
  readonly expiresAt: Instant;
}

export interface ListedUser {
  readonly user: Uuid;
  /** Null where the key of the account is destroyed. */
  readonly email: string | null;
  readonly name: string | null;
  readonly status: Exclude<AccountStatus, 'none'>;
  readonly grants: readonly Grant[];
  readonly lastSeenAt: Instant | null;
}
