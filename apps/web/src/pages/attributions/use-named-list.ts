import { useState } from 'react';
import { api, saveFile } from '../../api/client';
import type { components } from '../../api/schema';
import { keptToken } from '../../api/token';
import { useAskedAgain } from '../../parts/AskedAgain';
import { useCommand } from '../../parts/use-command';

export type NamedPage = components['schemas']['NamedPageDto'];
export type NamedRequest = Omit<components['schemas']['NamedListBodyDto'], 'totp' | 'password'>;

/** What the API calls a list by: it opens once, for who asked, within a minute. */
const LINK = /^\/api\/allocations\/named\/([A-Za-z0-9_-]+)$/;

/**
 * Asks for names, then opens what was asked for, at once. What comes stays in the memory of this part of the page: in no address, in no
 * cache and in no storage.
 */
export function useNamedList() {
  const [page, setPage] = useState<NamedPage>();
  const command = useCommand();
  const { send, dialog } = useAskedAgain();
  const ask = (request: NamedRequest) =>
    command.send(async () => {
      const { data } = await send((proof) => api.POST('/api/allocations/named', { body: { ...request, ...proof } }));
      const { link } = data!;
      if (request.format === 'json') setPage(await opened(link));
      else await save(link);
    });
  return { page, ask, dialog, error: command.error, isAsked: command.isSent };
}

async function opened(link: string): Promise<NamedPage> {
  const [, list = ''] = LINK.exec(link) ?? [];
  const { data } = await api.GET('/api/allocations/named/{list}', { params: { path: { list } } });
  return data as NamedPage;
}

/** Under a session the browser saves the file as it comes; a token is shown by the script. */
async function save(link: string): Promise<void> {
  if (keptToken() !== undefined) return saveFile(link);
  const anchor = document.createElement('a');
  anchor.href = link;
  anchor.download = '';
  anchor.click();
}
