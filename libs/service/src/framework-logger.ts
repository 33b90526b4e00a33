import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

type Level = 'trace' | 'debug' | 'warn' | 'error' | 'fatal';

/**
 * What the framework, and libraries by its `Logger`, log by. What it tells of its own start is detail: the service's information is its
 * requests, which have lines of their own (request-hooks.ts).
 */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    this.say('debug', message, more);
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.say('debug', message, more);
  }

  verbose(message: unknown, ...more: unknown[]): void {
    this.say('trace', message, more);
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.say('warn', message, more);
  }

  /** An address that cannot be listened on is said by whoever asked for it, in one sentence. */
  error(message: unknown, ...more: unknown[]): void {
    this.say(isListenError(message) ? 'debug' : 'error', message, more);
  }

  fatal(message: unknown, ...more: unknown[]): void {
    this.say('fatal', message, more);
  }

  /** The framework gives the context last. */
  private say(level: Level, message: unknown, more: readonly unknown[]): void {
    const context = more[more.length - 1];
    if (message instanceof Error) this.logger[level]({ context, err: message });
    else if (typeof message === 'object') this.logger[level]({ context, ...message });
    else this.logger[level]({ context }, String(message));
  }
}

function isListenError(message: unknown): boolean {
  return message instanceof Error && (message as NodeJS.ErrnoException).syscall === 'listen';
}
