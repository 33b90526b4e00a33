import { setTimeout as wait } from 'node:timers/promises';
import { formOf } from '../../e2e/support/started-api';
import { TERRITORY, type Files, type Row } from '../../e2e/support/territory';

const BETWEEN_TRIES = 100;
const GIVEN_UP_AFTER = 30_000;
/** An answer that a killed server owed may never come: a client hangs up and asks again. */
const TIMEOUT_MS = 10_000;

/** An office that sends leases to whichever service answers, and keeps in mind which of them it was told are recorded. */
export class Office {
  readonly acknowledged = new Set<string>();
  readonly sent = new Set<string>();
  /** Last answers to leases that were called off before they were acknowledged. */
  readonly calledOff: string[] = [];

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

  /** Sends them until they are acknowledged: what was cut off before is finished by then. @throws where that takes too long */
  async importUntilDone(leases: readonly Row[]): Promise<void> {
    const end = Date.now() + GIVEN_UP_AFTER;
    while (!(await this.import(leases))) {
      if (Date.now() > end) throw new Error('the import is refused again and again');
      await wait(BETWEEN_TRIES);
    }
  }

  /** Records one lease by a command, again and again under the same key, by the services in turn, until it is answered or called off. */
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
    this.calledOff.push(`${number}: ${last}`);
  }
}

/** Nothing where the service is down, hangs up, or does not answer in time. */
async function post(url: string, request: RequestInit): Promise<{ answer?: Response; text?: string }> {
  try {
    const answer = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(TIMEOUT_MS), ...request });
    return { answer, text: await answer.text() };
  } catch {
    return {};
  }
}
