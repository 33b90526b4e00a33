import { invalidRequest, requestPipe, valuesOf } from '#http';
import { refuse, type Refusal } from '#kernel';
import type { ViewContent } from '../view';
import { ViewQueryDto, type ViewBodyDto } from './views.dto';

/**
 * The view that a request describes; of the query, one text for one list, whatever the order of its names. Refused: `period-reversed`.
 * @throws ProblemError `invalid-request`
 */
export async function viewContentOf(body: ViewBodyDto): Promise<ViewContent | Refusal> {
  const { list, name, columns, period = null, shared = false } = body;
  const { colonnes, ...query } = await readQuery(body.query);
  if (columns !== undefined && colonnes !== undefined)
    throw invalidRequest([fault('columns', columns, 'les colonnes une seule fois, ici ou dans « query »')]);
  const { from, to } = query;
  if (period !== null && (from !== undefined || to !== undefined))
    throw invalidRequest([fault('period', [period], 'le mot d’une période, ou « from » et « to » dans « query »')]);
  if (from !== undefined && to !== undefined && from > to) return refuse('period-reversed', { from, to });
  const shown = valuesOf(columns ?? colonnes);
  return { list, name: name.trim(), query: textOf(query), columns: shown, period, shared };
}

/** The parameters of a query string, checked as those of the list. @throws ProblemError `invalid-request` */
export async function readQuery(text: string): Promise<ViewQueryDto> {
  const parameters = new URLSearchParams(text);
  const named = [...new Set(parameters.keys())].map((name) => {
    const values = parameters.getAll(name);
    return [name, values.length === 1 ? values[0] : values] as const;
  });
  const query: unknown = await requestPipe().transform(Object.fromEntries(named), {
    type: 'query',
    metatype: ViewQueryDto,
  });
  return query as ViewQueryDto;
}

function textOf(query: object): string {
  const parameters = new URLSearchParams();
  const given = Object.entries(query as Readonly<Record<string, string | readonly string[] | undefined>>);
  for (const [name, values] of given.sort(([one], [other]) => (one < other ? -1 : 1)))
    for (const value of valuesOf(values)) parameters.append(name, value);
  return parameters.toString();
}

function fault(parameter: string, values: readonly string[], expected: string) {
  return { parameter, value: values.join(', '), expected };
}
