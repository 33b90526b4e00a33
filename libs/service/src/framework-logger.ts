import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

type Level = 'trace' | 'debug' | 'warn' | 'error' | 'fatal';

/**
 * The logger of the framework, and of libraries that use its `Logger`. Its messages at level `log` become `debug`: at level `info` the
 * service logs only its requests (request-hooks.ts).
 */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.write('trace', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }

  /** The framework logs it as an error when it cannot listen on an address. That is detail here: `startApi` throws a sentence about it. */
  error(message: unknown, ...more: unknown[]): void {
    this.write(isListenError(message) ? 'debug' : 'error', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }

  /** The framework passes the context as the last argument. */
  private write(level: Level, message: unknown, more: readonly unknown[]): void {
    const context = more[more.length - 1];
    if (message instanceof Error) this.logger[level]({ context, err: message });
    else if (typeof message === 'object') this.logger[level]({ context, ...message });
    else this.logger[level]({ context }, String(message));
  }
}

function isListenError(message: unknown): boolean {
  return message instanceof Error && (message as NodeJS.ErrnoException).syscall === 'listen';
}
