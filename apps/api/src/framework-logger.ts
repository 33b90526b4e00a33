import { Logger } from 'nestjs-pino';

/** What the framework tells of its own start is detail: the service's information is its requests. */
export class FrameworkLogger extends Logger {
  override log(message: unknown, ...context: unknown[]): void {
    this.debug(message, ...context);
  }

  /** An address that cannot be listened on is said by whoever asked for it, in one sentence. */
  override error(message: unknown, ...context: unknown[]): void {
    if (isListenError(message)) this.debug(message, ...context);
    else super.error(message, ...context);
  }
}

function isListenError(message: unknown): boolean {
  return message instanceof Error && (message as NodeJS.ErrnoException).syscall === 'listen';
}
