import { queries } from './client';
import { useMe } from './me';

/** The name of the territory; undefined until a convention names one. */
export function useTerritoryName(): string | undefined {
  const { data: me } = useMe();
  const mayRead = me !== undefined && !me.secondFactorDue && me.rights.includes('read-figures');
  const { data } = queries.useQuery('get', '/api/convention', {}, { enabled: mayRead });
  const shown = data?.convention as { readonly territoire?: { readonly nom?: string } } | null | undefined;
  return shown?.territoire?.nom;
}
