import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A service that runs on a folder: where it listens, and the token that identifies the owner of the folder. */
export interface RunningService {
  readonly url: string;
  readonly token: string;
}

export function newServiceToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Writes into the folder where its service listens. Commands that write read it there and give their work to the service. */
export function publishService(folder: string, service: RunningService): void {
  withdrawService(folder);
  writeFileSync(fileOf(folder), `${JSON.stringify(service)}\n`, { mode: 0o600, flag: 'wx' });
}

export function withdrawService(folder: string): void {
  rmSync(fileOf(folder), { force: true });
}

/** The service that published itself last; it may have died since. */
export function publishedService(folder: string): RunningService | undefined {
  const file = fileOf(folder);
  if (!existsSync(file)) return undefined;
  try {
    const { url, token } = JSON.parse(readFileSync(file, 'utf8')) as Partial<RunningService>;
    return url && token ? { url, token } : undefined;
  } catch {
    return undefined;
  }
}

function fileOf(folder: string): string {
  return join(folder, 'service.json');
}
