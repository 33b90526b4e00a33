import { api, queries, queryClient } from '../../api/client';
import type { components } from '../../api/schema';
import { today, typedDay } from '../../format/days';
import { useCommand } from '../../parts/use-command';
import { useAddress } from '../../url/address';
import { oneOf } from '../../url/search';
import { isView, viewContent } from '../../url/views';

export type View = components['schemas']['ViewDto'];

/** What a person says of a view that they save. */
export interface ViewName {
  readonly name: string;
  readonly shared: boolean;
}

const LIST = 'attributions';

/** The day `AAAA-MM-JJ` of this day. */
export const thisDay = (): string => typedDay(today())!;

/**
 * The views of the list: those of the person, of the service and of the role; which one is open, and how to keep one.
 * @param isAsked whether the reader looks at them; where the address names one, they are asked for in any case
 */
export function useViews(isAsked: boolean) {
  const { search, change } = useAddress();
  const command = useCommand();
  const enabled = isAsked || oneOf(search, 'vue') !== undefined;
  const asked = queries.useQuery('get', '/api/views', { params: { query: { list: LIST } } }, { enabled });
  const views = asked.data?.views ?? [];
  const open = views.find(({ id }) => id === oneOf(search, 'vue'));
  const write = (act: () => Promise<string | undefined>) =>
    command.send(async () => {
      const vue = await act();
      await queryClient.invalidateQueries({ queryKey: ['get', '/api/views'] });
      change({ vue, cursor: search['cursor'] });
    });
  const bodyOf = (named: ViewName) => ({ list: LIST, ...named, ...viewContent(search, thisDay()) }) as const;
  return {
    asked,
    views,
    open,
    isChanged: open !== undefined && !isView(search, open, thisDay()),
    error: command.error,
    isSent: command.isSent,
    save: (named: ViewName) =>
      write(async () => (await api.POST('/api/views', { body: bodyOf(named) as never })).data?.id),
    saveAgain: (view: string, named: ViewName) =>
      write(async () => {
        await api.PUT('/api/views/{view}', { params: { path: { view } }, body: bodyOf(named) as never });
        return view;
      }),
    remove: (view: string) =>
      write(async () => {
        await api.DELETE('/api/views/{view}', { params: { path: { view } } });
        return oneOf(search, 'vue') === view ? undefined : oneOf(search, 'vue');
      }),
  };
}

export type Views = ReturnType<typeof useViews>;
