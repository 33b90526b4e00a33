import { parse, serialize } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PublicUrl } from '#http';

/**
 * The cookie of a session. Over HTTPS its name begins with `__Host-`, which a browser takes only from this host and only over HTTPS. On http a
 * browser refuses that prefix; cookies ignore ports, so the name then says whose it is: two installations on one machine must not share one.
 */
export class SessionCookie {
  private readonly name: string;
  private readonly isSecure: boolean;

  constructor({ publicUrl, storeId }: { readonly publicUrl: PublicUrl; readonly storeId: string }) {
    this.isSecure = publicUrl?.protocol === 'https:';
    this.name = this.isSecure ? '__Host-mixite' : `mixite-${storeId}`;
  }

  /** Its value; undefined where the request has none. */
  valueIn({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
    return headers.cookie === undefined ? undefined : parse(headers.cookie)[this.name];
  }

  /** Lax, so that a link to an export opens from a mail too. It has no age: it ends with the session, or with the browser. */
  put(reply: FastifyReply, value: string): void {
    this.set(reply, value);
  }

  clear(reply: FastifyReply): void {
    this.set(reply, '', 0);
  }

  private set(reply: FastifyReply, value: string, maxAge?: number): void {
    const options = { httpOnly: true, path: '/', sameSite: 'lax', secure: this.isSecure, maxAge } as const;
    void reply.header('set-cookie', serialize(this.name, value, options));
  }
}
