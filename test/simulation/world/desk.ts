import { setTimeout as wait } from 'node:timers/promises';
import { csv, type Files } from './territory';
import type { Service } from './service';

export type Body = Readonly<Record<string, unknown>>;

/** Who may send requests: the token of one role under one scope. */
export interface Officer {
  readonly id: string;
  readonly token: string;
  readonly role: string;
  readonly codes: readonly string[];
}

/** A request of a command and its answer. `sent` and `answered` order all requests: what was answered first was known to what was sent later. */
export interface Entry {
  readonly verb: string;
  readonly officer: Officer;
  readonly path: string;
  readonly body: Body;
  readonly key: string;
  readonly vacancy: string | null;
  readonly candidate: string | null;
  readonly sent: number;
  readonly answered: number;
  readonly status: number;
  readonly code: string | null;
  readonly answer: Answer;
  /** Whether it was written: also where a crash lost the first answer, and the second says 200. */
  readonly done: boolean;
  /** Whether an acknowledged command was sent again under its key. */
  readonly isRepeat: boolean;
}

export interface Answer {
  readonly vacancy?: string;
  readonly candidate?: string;
  readonly allocation?: string;
  readonly revision?: number;
  readonly status?: string;
  readonly position?: string;
  readonly code?: string;
  readonly present?: string;
  readonly admitted?: readonly string[];
  readonly seance?: string;
}

/** The files that were imported while the process went on, and when. */
export interface ImportEntry {
  readonly rows: Files;
  readonly sent: number;
  readonly answered: number;
  readonly status: number;
}

interface How {
  /** That of a command that was acknowledged; absent: a new one. */
  readonly key?: string;
  readonly method?: 'POST' | 'PUT';
  readonly vacancy?: string | null;
  readonly candidate?: string | null;
}

const TRIES = 200;
const TIMEOUT_MS = 60_000;
/** An answer that says nothing about the command: it is sent again under the same key. */
const AGAIN = new Set(['recording-conflict', 'import-under-way', 'too-busy', 'not-ready', 'stopping']);

/** Sends requests to the service, again where it was killed meanwhile, and keeps every answer. */
export class Desk {
  readonly journal: Entry[] = [];
  readonly imports: ImportEntry[] = [];
  private tick = 0;
  private keys = 0;

  constructor(private readonly service: Service) {}

  async command(
    officer: Officer,
    verb: string,
    path: string,
    body: Body,
    { key, method = 'POST', vacancy = null, candidate = null }: How = {},
  ): Promise<Entry> {
    const [isRepeat, sent] = [key !== undefined, (this.tick += 1)];
    key ??= `simulation-${(this.keys += 1)}`;
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const { status, answer, lost } = await this.ask(officer, path, { method, headers, body: JSON.stringify(body) });
    const of = { verb, officer, path, body, key, candidate, vacancy: vacancy ?? answer.vacancy ?? null };
    const done = !isRepeat && (status === 201 || (status === 200 && lost));
    const got = { status, code: answer.code ?? null, answer, done, isRepeat };
    const entry = { ...of, ...got, sent, answered: (this.tick += 1) };
    this.journal.push(entry);
    return entry;
  }

  async read<Shown>(officer: Officer, path: string): Promise<Shown> {
    const { status, answer } = await this.ask(officer, path, { method: 'GET' });
    if (status !== 200) throw new Error(`GET ${path} answered ${status} ${JSON.stringify(answer)}`);
    return answer as Shown;
  }

  /** Imports files, until the service has said whether it did. */
  async import(officer: Officer, files: Files): Promise<number> {
    const sent = (this.tick += 1);
    const { status, answer } = await this.ask(officer, '/imports', () => {
      const body = new FormData();
      for (const [name, rows] of Object.entries(files)) body.append(name, new Blob([csv(rows)]), name);
      return { method: 'POST', body };
    });
    if (status !== 200 && status !== 422) throw new Error(`the import answered ${status} ${JSON.stringify(answer)}`);
    this.imports.push({ rows: files, sent, answered: (this.tick += 1), status });
    return status;
  }

  private async ask(officer: Officer, path: string, request: RequestInit | (() => RequestInit)) {
    let [last, lost] = ['', false];
    for (let tries = 0; tries < TRIES; tries += 1) {
      await this.service.up();
      const asked = typeof request === 'function' ? request() : request;
      const headers = { ...asked.headers, ...(officer.token && { authorization: `Bearer ${officer.token}` }) };
      try {
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        const got = await fetch(`${this.service.url}/api${path}`, { ...asked, headers, signal });
        const answer = (await got.json()) as Answer;
        if (got.status < 500 && got.status !== 429 && !AGAIN.has(answer.code ?? ''))
          return { status: got.status, answer, lost };
        last = `${got.status} ${JSON.stringify(answer)}`;
      } catch (error) {
        [last, lost] = [String(error), true];
      }
      await wait(50);
    }
    throw new Error(`${path} is answered by nothing but ${last}`);
  }
}
