import { setTimeout as wait } from 'node:timers/promises';
import { formOf } from '../../e2e/support/started-api';
import { TERRITORY, type Files, type Row } from '../../e2e/support/territory';

const BETWEEN_TRIES = 100;
const GIVEN_UP_AFTER = 30_000;
/** The answer of a killed server may never come, so the client gives up and sends the request again. */
const TIMEOUT_MS = 10_000;

/** An office that sends leases to the services, and remembers which leases were acknowledged. */
export class Office {
  readonly acknowledged = new Set<string>();
  readonly sent = new Set<string>();
  /** The last answers for leases that the office gave up before they were acknowledged. */
  readonly givenUp: string[] = [];

  constructor(private readonly urls: readonly string[]) {}

  /** Sends the files once. @returns whether all of them were acknowledged */
  async import(leases: readonly Row[], url = this.urls[0]!): Promise<boolean> {
    const files: Files = { ...TERRITORY, 'attributions.csv': leases };
    for (const { numero_attribution: number } of leases) this.sent.add(number!);
    const { answer, text } = await post(`${url}/api/imports`, { body: formOf(files) });
    if (answer?.status !== 200 || text === undefined) return false;
    for (const { numero_attribution: number } of leases) this.acknowledged.add(number!);
    return true;
  }

  /** Sends the leases until they are acknowledged. An interrupted import is then complete. @throws where this takes too long */
  async importUntilDone(leases: readonly Row[]): Promise<void> {
    const end = Date.now() + GIVEN_UP_AFTER;
    while (!(await this.import(leases))) {
      if (Date.now() > end) throw new Error('the import is refused again and again');
      await wait(BETWEEN_TRIES);
    }
  }

  /** What each service says of itself, to be read where a lease was given up. */
  private async health(): Promise<string> {
    const asked = this.urls.map(async (url) => {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      return fetch(`${url}/api/health`, { signal }).then(
        async (answer) => `${url} ${answer.status} ${await answer.text()}`,
        (error: unknown) => `${url} ${String(error)}`,
      );
    });
    return (await Promise.all(asked)).join(' | ');
  }

  /**
   * Records one lease with a command. Repeats the request with the same key, at one service after the other, until it
   * is answered or given up.
   */
  async record(lease: Row, key: string, isOver: () => boolean): Promise<void> {
    const number = lease['numero_attribution']!;
    this.sent.add(number);
    const body = JSON.stringify(Object.fromEntries(Object.entries(lease).filter(([, value]) => value !== '')));
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    let last = 'never sent';
    for (let tries = 0; !isOver(); tries += 1) {
      const url = this.urls[tries % this.urls.length]!;
      const { answer, text } = await post(`${url}/api/allocations`, { headers, body });
      if (answer && text !== undefined && answer.status < 300) {
        this.acknowledged.add(number);
        return;
      }
      if (answer && answer.status >= 400 && answer.status < 500 && answer.status !== 409 && answer.status !== 429)
        throw new Error(`refused with ${answer.status}: ${text}`);
      last = `${url}, try ${tries}: ${answer ? `${answer.status} ${text}` : 'no answer'}`;
      await wait(BETWEEN_TRIES);
    }
    this.givenUp.push(`${number}: ${last}; ${await this.health()}`);
  }
}

/** Sends a request. Returns nothing where the service is down, cuts the connection, or does not answer in time. */
async function post(url: string, request: RequestInit): Promise<{ answer?: Response; text?: string }> {
  try {
    const answer = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(TIMEOUT_MS), ...request });
    return { answer, text: await answer.text() };
  } catch {
    return {};
  }
}
