import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Instant, JsonObject, Uuid } from '#kernel';
import { loadSqlite } from '#sqlite';
import type { KeptSecret, Secret, SecretKind, SecretStore } from './secret-store';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS secrets (
    kind TEXT NOT NULL, id TEXT NOT NULL, owner TEXT, until TEXT, body TEXT NOT NULL, version INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS secrets_of_owner ON secrets (kind, owner) WHERE owner IS NOT NULL;
`;

/** The longest wait for another process. */
const BUSY_MS = 10_000;

interface Row {
  readonly id: string;
  readonly owner: string | null;
  readonly until: string | null;
  readonly body: string;
  readonly version: number;
}

/** `access.db` of the folder, which only its owner may read. Commits are durable, and deleted data is overwritten. */
export function openSqliteSecretStore(folder: string): SecretStore {
  const file = join(folder, 'access.db');
  const database = new (loadSqlite())(file, { timeout: BUSY_MS });
  chmodSync(file, 0o600);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('secure_delete = ON');
  database.exec(SCHEMA);
  return new SqliteSecretStore(database);
}

class SqliteSecretStore implements SecretStore {
  private readonly statements;

  constructor(private readonly database: Database) {
    const columns = 'id, owner, until, body, version';
    this.statements = {
      get: database.prepare(`SELECT ${columns} FROM secrets WHERE kind = ? AND id = ?`),
      insert: database.prepare(
        'INSERT INTO secrets (kind, id, owner, until, body, version) VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING',
      ),
      replace: database.prepare(
        'UPDATE secrets SET owner = ?, until = ?, body = ?, version = version + 1 WHERE kind = ? AND id = ? AND version = ?',
      ),
      remove: database.prepare('DELETE FROM secrets WHERE kind = ? AND id = ?'),
      ofOwner: database.prepare(`SELECT ${columns} FROM secrets WHERE kind = ? AND owner = ? ORDER BY id`),
      removeOf: database.prepare('DELETE FROM secrets WHERE kind = ? AND owner = ? AND id <> ?'),
      removeEnded: database.prepare('DELETE FROM secrets WHERE until IS NOT NULL AND until <= ?'),
    };
  }

  async get<Body extends JsonObject>(kind: SecretKind, id: string): Promise<KeptSecret<Body> | undefined> {
    const row = this.statements.get.get(kind, id) as Row | undefined;
    return row && secretOf<Body>(row);
  }

  async insert(kind: SecretKind, id: string, { owner, until, body }: Secret): Promise<boolean> {
    return this.statements.insert.run(kind, id, owner, until, JSON.stringify(body)).changes > 0;
  }

  async replace(kind: SecretKind, id: string, version: number, { owner, until, body }: Secret): Promise<boolean> {
    return this.statements.replace.run(owner, until, JSON.stringify(body), kind, id, version).changes > 0;
  }

  async remove(kind: SecretKind, id: string): Promise<boolean> {
    return this.statements.remove.run(kind, id).changes > 0;
  }

  async ofOwner<Body extends JsonObject>(kind: SecretKind, owner: Uuid): Promise<readonly KeptSecret<Body>[]> {
    return (this.statements.ofOwner.all(kind, owner) as readonly Row[]).map((row) => secretOf<Body>(row));
  }

  async removeOf(kind: SecretKind, owner: Uuid, but = ''): Promise<void> {
    this.statements.removeOf.run(kind, owner, but);
  }

  async removeEnded(now: Instant): Promise<void> {
    this.statements.removeEnded.run(now);
  }

  async close(): Promise<void> {
    this.database.close();
  }
}

function secretOf<Body extends JsonObject>({ id, owner, until, body, version }: Row): KeptSecret<Body> {
  return {
    id,
    owner: owner as Uuid | null,
    until: until as Instant | null,
    body: JSON.parse(body) as Body,
    version,
  };
}
