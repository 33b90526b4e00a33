import { ConventionHistory } from '#convention';
import type { Installation } from '#installation';
import type { Instant, JsonObject, Uuid } from '#kernel';
import { openMongodbSecretStore } from '../secrets/mongodb-secret-store';
import type { KeptSecret, Secret, SecretKind, SecretStore } from '../secrets/secret-store';
import { openSqliteSecretStore } from '../secrets/sqlite-secret-store';
import { AccountOffice, type AccountStores } from './account-office';
import { SignIn } from './sign-in';

/** The accounts of an installation. Its secrets are opened when they are first needed: most commands never need them. */
export function signInOf(installation: Installation, convention: ConventionHistory): SignIn {
  const stores: AccountStores = {
    ...installation.pipelineStores,
    convention,
    secrets: new SecretsOnDemand(() => openSecrets(installation)),
  };
  return new SignIn(new AccountOffice(stores), stores);
}

async function openSecrets(installation: Installation): Promise<SecretStore> {
  const database = await installation.keysDatabase();
  const store = database ? await openMongodbSecretStore(database) : openSqliteSecretStore(installation.folder);
  installation.beforeClose(() => store.close());
  return store;
}

class SecretsOnDemand implements SecretStore {
  private opened: Promise<SecretStore> | undefined;

  constructor(private readonly open: () => Promise<SecretStore>) {}

  async get<Body extends JsonObject>(kind: SecretKind, id: string): Promise<KeptSecret<Body> | undefined> {
    return (await this.store()).get<Body>(kind, id);
  }

  async insert(kind: SecretKind, id: string, secret: Secret): Promise<boolean> {
    return (await this.store()).insert(kind, id, secret);
  }

  async replace(kind: SecretKind, id: string, version: number, secret: Secret): Promise<boolean> {
    return (await this.store()).replace(kind, id, version, secret);
  }

  async remove(kind: SecretKind, id: string): Promise<boolean> {
    return (await this.store()).remove(kind, id);
  }

  async ofOwner<Body extends JsonObject>(kind: SecretKind, owner: Uuid): Promise<readonly KeptSecret<Body>[]> {
    return (await this.store()).ofOwner<Body>(kind, owner);
  }

  async removeOf(kind: SecretKind, owner: Uuid, but?: string): Promise<void> {
    return (await this.store()).removeOf(kind, owner, but);
  }

  async removeEnded(now: Instant): Promise<void> {
    return (await this.store()).removeEnded(now);
  }

  async close(): Promise<void> {
    await (await this.opened)?.close();
  }

  private store(): Promise<SecretStore> {
    return (this.opened ??= this.open().catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    }));
  }
}
