import type { StartedApi } from './started-api';

/** A sitting of the landlord's commission, with six members present. */
export async function openedSitting(service: StartedApi, landlord: string, on: string): Promise<string> {
  const body = { landlord, date_caleol: on, presents: 6, forme: 'presentielle' };
  const answer = await service.post('/api/commissions', body);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { readonly seance: string }).seance;
}
