import { queries, queryClient } from './client';

/** Whether there is neither a convention nor a residence yet. Whoever may not ask goes on to the usual page, which says why. */
export async function isNothingRecorded(): Promise<boolean> {
  try {
    const me = await queryClient.ensureQueryData(queries.queryOptions('get', '/api/me'));
    if (me.secondFactorDue || !me.rights.includes('read-figures')) return false;
    const { convention } = await queryClient.ensureQueryData(queries.queryOptions('get', '/api/convention', {}));
    if (convention !== null) return false;
    const { residences } = await queryClient.ensureQueryData(queries.queryOptions('get', '/api/territory'));
    return residences.length === 0;
  } catch {
    return false;
  }
}
