import 'reflect-metadata';
import { ROLES } from '#access';
import { defaultViewsOf } from '../default-views';
import { viewContentOf } from './view-query';
import type { ViewBodyDto } from './views.dto';

const body = (given: Partial<ViewBodyDto>): ViewBodyDto => ({ list: 'attributions', name: 'x', query: '', ...given });

describe('the query of a view', () => {
  it('is one text for one list, with the columns and the period beside it', async () => {
    const asked = { query: '?sort=-date_bail&note=4&colonnes=note&note=5&from=01%2F02%2F2024', name: ' Notes ' };
    expect(await viewContentOf(body(asked))).toEqual({
      ...{ list: 'attributions', name: 'Notes', query: 'from=2024-02-01&note=4&note=5&sort=-date_bail' },
      ...{ columns: ['note'], period: null, shared: false },
    });
  });

  it('may be empty', async () => {
    expect(await viewContentOf(body({ period: 'semaine' }))).toMatchObject({
      query: '',
      columns: [],
      period: 'semaine',
    });
  });

  it.each([
    ['numero_unique=078000000000000001', 'numero_unique'],
    ['cursor=abc', 'cursor'],
    ['as-of=2024-01-01', 'as-of'],
    ['asOf=2024-01-01', 'as-of'],
    ['wait=0000000000030542', 'wait'],
    ['quartile=5', 'quartile'],
    ['colonnes=numero_unique', 'colonnes'],
    ['sort=rien', 'sort'],
  ])('%s is refused, by its name', async (query, parameter) => {
    await expect(viewContentOf(body({ query }))).rejects.toMatchObject({
      code: 'invalid-request',
      members: { parameters: [{ parameter }] },
    });
  });

  it('says its days once, and its columns once', async () => {
    for (const given of [
      { query: 'from=2024-01-01', period: 'semaine' as const },
      { query: 'colonnes=note', columns: ['note'] },
    ])
      await expect(viewContentOf(body(given))).rejects.toMatchObject({ code: 'invalid-request' });
    const reversed = await viewContentOf(body({ query: 'from=2024-02-01&to=2024-01-01' }));
    expect(reversed).toMatchObject({ code: 'period-reversed' });
  });

  it('of each view of a role is as it would be kept', async () => {
    const views = ROLES.flatMap((role) => defaultViewsOf(role, 'attributions'));
    expect(views).toHaveLength(7);
    for (const { name, query, period } of views)
      expect(await viewContentOf(body({ name, query, period }))).toMatchObject({ name, query, period });
  });
});
