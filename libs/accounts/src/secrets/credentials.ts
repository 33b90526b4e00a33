import type { SealedFacts } from '#event-store';
import { newUuid, type Instant, type JsonObject, type Uuid } from '#kernel';
import type { Vault } from '#people';
import { newTotpSecret, stepOfCode } from './one-time-codes';
import { isPassword } from './passwords';
import { digestOfCode, newRecoveryCode, normalRecoveryCode } from './random-codes';
import type { KeptSecret, SecretStore } from './secret-store';

const RECOVERY_CODES = 10;
const ATTEMPTS = 20;

/** The secret of a second factor, sealed with the key of the account: erasing the account destroys it too. */
interface SealedTotp extends JsonObject {
  readonly id: string;
  readonly box: string;
}

interface CredentialBody extends JsonObject {
  readonly password: string;
  readonly totp: SealedTotp | null;
  /** Of a second factor that is not confirmed yet. */
  readonly pending: SealedTotp | null;
  readonly lastStep: number;
  /** Digests of the recovery codes that were not used. */
  readonly recovery: readonly string[];
}

/** What shows that a person is who they say. */
export class Credentials {
  constructor(
    private readonly secrets: SecretStore,
    private readonly vault: () => Promise<Vault>,
  ) {}

  /** Takes the same time for an account that has no password, and is then false. */
  async hasPassword(account: Uuid, password: string): Promise<boolean> {
    return isPassword(password, (await this.find(account))?.body.password || undefined);
  }

  async hasSecondFactor(account: Uuid): Promise<boolean> {
    return Boolean((await this.find(account))?.body.totp);
  }

  async recoveryCodesLeft(account: Uuid): Promise<number> {
    return (await this.find(account))?.body.recovery.length ?? 0;
  }

  /** The second factor stays as it is. */
  setPassword(account: Uuid, digest: string): Promise<void> {
    return this.change(account, (before) => ({ ...before, password: digest }));
  }

  /** A first password, or a new beginning: any second factor before it is gone. */
  beginAnew(account: Uuid, digest: string): Promise<void> {
    return this.change(account, () => ({ ...NOTHING, password: digest }));
  }

  /** The secret of a new second factor. The one before it serves until this one is confirmed. */
  async proposeSecondFactor(account: Uuid): Promise<string> {
    const secret = newTotpSecret();
    const pending = await this.sealed(account, secret);
    await this.change(account, (before) => ({ ...before, pending }));
    return secret;
  }

  /** Whether the code is that of the proposed second factor, which then takes the place of the one before. */
  async confirmSecondFactor(account: Uuid, code: string, now: Instant): Promise<boolean> {
    const kept = await this.find(account);
    if (!kept?.body.pending) return false;
    const secret = await this.opened(account, kept.body.pending);
    const step = secret === undefined ? undefined : stepOfCode(code, secret, { now, lastStep: 0 });
    if (step === undefined) return false;
    const body: CredentialBody = { ...kept.body, totp: kept.body.pending, pending: null, lastStep: step };
    return this.replace(kept, body);
  }

  /** New recovery codes, which nobody can be told again. Those before them are worth nothing. */
  async makeRecoveryCodes(account: Uuid): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const recovery = codes.map((code) => digestOfCode(normalRecoveryCode(code)));
    await this.change(account, (before) => ({ ...before, recovery }));
    return codes;
  }

  /** Whether it is the code of the moment, or a recovery code. Each serves once, also where it is sent twice at the same time. */
  async useCode(account: Uuid, code: string, now: Instant): Promise<boolean> {
    const kept = await this.find(account);
    if (!kept?.body.totp) return false;
    const secret = await this.opened(account, kept.body.totp);
    const step = secret === undefined ? undefined : stepOfCode(code, secret, { now, lastStep: kept.body.lastStep });
    if (step !== undefined) return this.replace(kept, { ...kept.body, lastStep: step });
    const digest = digestOfCode(normalRecoveryCode(code));
    const { recovery } = kept.body;
    if (!recovery.includes(digest)) return false;
    return this.replace(kept, { ...kept.body, recovery: recovery.filter((one) => one !== digest) });
  }

  async forget(account: Uuid): Promise<void> {
    await this.secrets.remove('credential', account);
  }

  private find(account: Uuid): Promise<KeptSecret<CredentialBody> | undefined> {
    return this.secrets.get<CredentialBody>('credential', account);
  }

  private replace({ id, version, owner }: KeptSecret<CredentialBody>, body: CredentialBody): Promise<boolean> {
    return this.secrets.replace('credential', id, version, { body, owner, until: null });
  }

  private async change(account: Uuid, changed: (before: CredentialBody) => CredentialBody): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const kept = await this.find(account);
      const body = changed(kept?.body ?? NOTHING);
      const secret = { body, owner: account, until: null };
      const isWritten = kept
        ? await this.replace(kept, body)
        : await this.secrets.insert('credential', account, secret);
      if (isWritten) return;
    }
    throw new Error('others changed this credential at each attempt');
  }

  private async sealed(account: Uuid, secret: string): Promise<SealedTotp> {
    const keys = await (await this.vault()).keysOf([account]);
    const id = newUuid();
    return { id, box: keys.seal(account, id, { secret }).box };
  }

  private async opened(account: Uuid, { id, box }: SealedTotp): Promise<string | undefined> {
    const keys = await (await this.vault()).keysOf([account]);
    const sealed: SealedFacts = { household: account, box };
    return keys.open<{ readonly secret: string }>(sealed, id as Uuid)?.secret;
  }
}

const NOTHING: CredentialBody = { password: '', totp: null, pending: null, lastStep: 0, recovery: [] };
