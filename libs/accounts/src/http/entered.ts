import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLocalRequest } from '#http';
import { refuse, type Refusal } from '#kernel';
import type { Access } from './access';
import type { MeDto } from './session.dto';
import type { MeReader } from './me';

/** Gives the browser the cookie of a session that was just opened, and ends the session that it had before. */
export async function entered(
  value: string,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { access, me }: { readonly access: Access; readonly me: MeReader },
): Promise<MeDto | Refusal> {
  const { signIn, cookie } = access;
  const before = cookie.valueIn(request);
  if (before !== undefined) await signIn.office.sessions.end(before);
  const isLoopback = isLocalRequest({ remoteAddress: request.ip, headers: request.headers });
  const present = await signIn.present(value, { isLoopback });
  if (!present) return refuse('sign-in-refused');
  cookie.put(reply, value);
  return me.of(present.actor, present);
}
