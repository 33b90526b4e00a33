import { Logger } from 'nestjs-pino';

/** What the framework tells of its own start is detail: the service's information is its requests. */
export class FrameworkLogger extends Logger {
  override log(message: unknown, ...context: unknown[]): void {
    this.debug(message, ...context);
  }
}
