import { constants } from 'node:os';
import type { Logger } from 'pino';
import { sleep } from '#concurrency';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export interface StoppingOptions {
  readonly delaySeconds: number;
  readonly limitSeconds: number;
  readonly logger: Logger;
  /** The process that gets the signals and ends. Default: this process. */
  readonly host?: Pick<NodeJS.Process, 'on' | 'removeListener' | 'exit'>;
}

/**
 * How a process stops. At the first SIGINT or SIGTERM it finishes what is under way, within a time limit; at the second signal it ends at
 * once. Even then nothing that was acknowledged is lost: only the requests under way get no answer.
 */
export class Stopping {
  /** Resolves at the first signal. */
  readonly requested: Promise<void>;
  private readonly host: NonNullable<StoppingOptions['host']>;
  private readonly onSignal: (signal: NodeJS.Signals) => void;
  private isRequested = false;
  private limit: NodeJS.Timeout | undefined;

  constructor(private readonly options: StoppingOptions) {
    this.host = options.host ?? process;
    let request: () => void;
    this.requested = new Promise((resolve) => (request = resolve));
    this.onSignal = (signal) => {
      if (this.isRequested) return this.force(signal);
      this.begin(signal);
      request();
    };
    for (const signal of SIGNALS) this.host.on(signal, this.onSignal);
  }

  /** Resolves after the delay in which others can notice that the process is not ready. */
  async grace(): Promise<void> {
    await sleep(this.options.delaySeconds * 1_000);
  }

  /** Everything is finished: the signals and the time limit are ignored from now on. */
  done(): void {
    clearTimeout(this.limit);
    for (const signal of SIGNALS) this.host.removeListener(signal, this.onSignal);
    if (this.isRequested) this.options.logger.info('stopped');
  }

  private begin(signal: NodeJS.Signals): void {
    this.isRequested = true;
    const { delaySeconds, limitSeconds, logger } = this.options;
    logger.info({ signal, delaySeconds, limitSeconds }, 'stopping');
    this.limit = setTimeout(() => this.overrun(), (delaySeconds + limitSeconds) * 1_000);
    this.limit.unref();
  }

  private overrun(): void {
    this.options.logger.error({ limitSeconds: this.options.limitSeconds }, 'not stopped in time: ends at once');
    this.host.exit(1);
  }

  private force(signal: NodeJS.Signals): void {
    this.options.logger.warn({ signal }, 'second signal: ends at once');
    this.host.exit(128 + constants.signals[signal]);
  }
}
