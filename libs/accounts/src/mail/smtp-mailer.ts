import { sleep, withTimeout } from '#concurrency';
import type { MailSetting } from './mail-setting';

export interface Mail {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends a mail, or fails. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

interface Waits {
  readonly timeout: number;
  readonly retryAfter: number;
}

const WAITS: Waits = { timeout: 10_000, retryAfter: 1_000 };
/** Of nodemailer: the server was not reached, or closed the connection. */
const NOT_REACHED = ['ECONNECTION', 'ESOCKET', 'EDNS'];
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i;

/** Gives mails to a server by SMTP. Each try has a time, and there is one retry at most: somebody waits for the answer. */
export class SmtpMailer implements Mailer {
  constructor(
    private readonly setting: MailSetting,
    private readonly waits: Waits = WAITS,
  ) {}

  /** @throws the error of nodemailer, whose message may quote the address, or CodedError `no-answer` */
  async send(mail: Mail): Promise<void> {
    try {
      await this.trySending(mail);
    } catch (error) {
      if (!mayPass(error)) throw error;
      await sleep(this.waits.retryAfter);
      await this.trySending(mail);
    }
  }

  private async trySending({ to, subject, text }: Mail): Promise<void> {
    // Most processes never send a mail.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport(this.options());
    const sent = {
      from: { ...this.setting.from },
      // As an object it is one address, whatever it contains.
      to: { name: '', address: to },
      subject,
      text,
      // No machine answers that somebody is away.
      headers: { 'Auto-Submitted': 'auto-generated' },
    };
    await withTimeout(this.waits.timeout, () => transport.sendMail(sent));
  }

  /** A password goes out over TLS only. On this machine a certificate proves nothing, and there is often none that could be checked. */
  private options() {
    const { host, port, isTls, login } = this.setting.server;
    const { timeout } = this.waits;
    const isHere = LOOPBACK.test(host);
    return {
      ...{ host, port, secure: isTls, ignoreTLS: isHere, requireTLS: login !== undefined && !isHere },
      auth: login && { user: login.user, pass: login.password },
      ...{ connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout, dnsTimeout: timeout },
      ...{ disableFileAccess: true, disableUrlAccess: true },
    };
  }
}

/** A server that was not reached, or that says itself « later » (4xx). After a timeout nobody waits twice. */
function mayPass(error: unknown): boolean {
  const { code = '', responseCode = 0 } = reasonOf(error);
  return responseCode >= 400 ? responseCode < 500 : NOT_REACHED.includes(code);
}

/** What a log may say of a failure: nothing that quotes the mail. */
export function reasonOf(error: unknown): { readonly code?: string; readonly responseCode?: number } {
  const { code, responseCode } = (error ?? {}) as { readonly code?: unknown; readonly responseCode?: unknown };
  return {
    ...(typeof code === 'string' && { code }),
    ...(typeof responseCode === 'number' && { responseCode }),
  };
}
