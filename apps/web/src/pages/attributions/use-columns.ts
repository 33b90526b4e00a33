import { api, queries, queryClient } from '../../api/client';
import { useRest } from '../../api/rest';
import type { components } from '../../api/schema';
import { useCommand } from '../../parts/use-command';
import { useAddress } from '../../url/address';
import { columnsIn, type AllocationWord } from './columns';

const PATH = '/api/preferences';
const LIST = 'attributions';
type Preferences = components['schemas']['PreferencesDto'];

/** The columns of the list: those of the address; without them, those that the person keeps, under whatever role. */
export function useColumns() {
  const { search, change } = useAddress();
  const { cursor } = search;
  const command = useCommand();
  const isInAddress = search['colonnes'] !== undefined;
  // The list comes first: what the person keeps is asked for once it is there.
  const enabled = useRest();
  const asked = queries.useQuery('get', PATH, { params: { query: { list: LIST } } }, { enabled });
  const kept = asked.data?.columns ?? [];
  const columns = columnsIn(search, kept);
  const write = (keys: readonly AllocationWord[]) =>
    command.send(async () => {
      const body: Preferences = { list: LIST, density: asked.data?.density ?? 'normale', columns: [...keys] };
      await api.PUT(PATH, { body });
      await queryClient.invalidateQueries({ queryKey: ['get', PATH] });
      // The page of the list that is shown stays: columns change none of its lines.
      change({ colonnes: undefined, cursor });
    });
  return {
    columns,
    choose: (keys: readonly AllocationWord[]) => change({ colonnes: keys, cursor }),
    /** Undefined where the person keeps these columns, or everybody has them. */
    keep: isInAddress ? () => void write(columns.map(({ key }) => key)) : undefined,
    asEverybody: () => (kept.length > 0 ? void write([]) : change({ colonnes: undefined, cursor })),
    error: command.error,
  };
}

export type Columns = ReturnType<typeof useColumns>;
