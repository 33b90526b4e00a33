import { CANDIDATE_OF_R1, LEASES, OPEN_DWELLING } from './expected-rights';
import type { StartedApi } from './started-api';
import { OPERATIONS, TERRITORY } from './territory';

/** Records what the requests of `EXPECTED` are about. @returns what stands for the names in their addresses */
export async function recordForRights(service: StartedApi): Promise<Readonly<Record<string, string>>> {
  await service.send({
    ...TERRITORY,
    'residences.csv': TERRITORY['residences.csv']!.filter(({ code_residence: code }) =>
      ['R1', 'R2', 'R4'].includes(code!),
    ),
    'notes.csv': [{ code_residence: 'R4', date_effet: '2023-01-01', note_commune: '5', note_bailleur: '5' }],
    'operations.csv': OPERATIONS['operations.csv']!.slice(0, 1),
    'attributions.csv': LEASES,
  });
  await service.post('/api/fragility/lists', { landlord: 'L-B', on: '2023-06-01' });
  return closedVacancy(service);
}

/** A closed vacancy in R1, oriented to ETAT, with one candidate; and an open one of another dwelling. */
async function closedVacancy(service: StartedApi): Promise<{ readonly vacancy: string; readonly candidate: string }> {
  const run = async (path: string, body: object) => {
    const answer = await service.post(`/api/vacancies${path}`, body);
    expect([path, answer.status]).toEqual([path, 201]);
    return (await answer.json()) as { readonly vacancy: string; readonly candidate: string };
  };
  await run('', OPEN_DWELLING);
  const { vacancy } = await run('', { ...OPEN_DWELLING, reference_logement: 'LOGT-CLOS' });
  await run(`/${vacancy}/orientation`, { code_reservataire: 'ETAT' });
  const { candidate } = await run(`/${vacancy}/candidates`, CANDIDATE_OF_R1);
  await run(`/${vacancy}/closing`, { date: '2023-06-01', motif: 'travaux' });
  return { vacancy, candidate };
}
