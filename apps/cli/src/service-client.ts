import type { AskedSubject, AuditHistory } from '#audit';
import type { RunningService } from '#installation';
import { Refused } from './terminal';

export interface ProblemAnswer {
  readonly title?: string;
  readonly detail?: string;
}

/** Asks the running service to rebuild a projection. @throws Refused where the service does not do it */
export async function rebuildThroughService(service: RunningService, name: string): Promise<void> {
  const response = await callService(service, `/api/projections/${encodeURIComponent(name)}/rebuild`, {
    method: 'POST',
  });
  if (!response.ok) throw refusedBy(response, (await response.json()) as ProblemAnswer);
}

/** Asks the running service to read a history and to record the reading. @throws Refused where the service does not do it */
export async function historyThroughService(
  service: RunningService,
  { kind, value }: AskedSubject,
): Promise<AuditHistory> {
  const response = await callService(service, '/api/audit/history', {
    method: 'POST',
    body: JSON.stringify({ [kind]: value, names: true }),
    headers: { 'content-type': 'application/json' },
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw refusedBy(response, answer as ProblemAnswer);
  return answer as AuditHistory;
}

/** Asks the running service to do something. @throws Refused where the service does not do it */
export async function commandThroughService<Answer>(
  service: RunningService,
  path: `/api/${string}`,
  body: object,
): Promise<Answer> {
  const response = await callService(service, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw refusedBy(response, answer as ProblemAnswer);
  return answer as Answer;
}

export function refusedBy({ status }: Response, { detail, title }: ProblemAnswer): Refused {
  return new Refused(detail ?? title ?? `Le service a refusé (${status}).`);
}

/** @throws Refused where the service no longer answers */
export async function callService(service: RunningService, path: string, init: RequestInit): Promise<Response> {
  try {
    const headers = { ...init.headers, authorization: `Bearer ${service.token}` };
    return await fetch(`${service.url}${path}`, { ...init, headers });
  } catch {
    throw new Refused(
      `Le service ${service.url} tient ce dossier mais ne répond pas : arrêtez-le, puis relancez la commande.`,
    );
  }
}
