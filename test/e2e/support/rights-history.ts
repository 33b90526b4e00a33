import { INSTALLATION_ADMINISTRATOR } from '#access';
import { CommandPipeline, handlingOf } from '#deciding';
import { day, newUuid, type Uuid } from '#kernel';
import { DUTIES } from '#vacancy';
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

/**
 * A closed vacancy in R1, oriented to ETAT, with one candidate and a duty; a sitting of its landlord; and the task of an
 * open vacancy of another dwelling.
 */
async function closedVacancy(service: StartedApi): Promise<Readonly<Record<string, string>>> {
  const run = async (path: string, body: object) => {
    const answer = await service.post(`/api${path}`, body);
    expect([path, answer.status]).toEqual([path, 201]);
    return (await answer.json()) as { readonly vacancy: Uuid; readonly candidate: Uuid; readonly seance: string };
  };
  const open = await run('/vacancies', OPEN_DWELLING);
  const { vacancy } = await run('/vacancies', { ...OPEN_DWELLING, reference_logement: 'LOGT-CLOS' });
  await run(`/vacancies/${vacancy}/orientation`, { code_reservataire: 'ETAT' });
  const { candidate } = await run(`/vacancies/${vacancy}/candidates`, CANDIDATE_OF_R1);
  await run(`/vacancies/${vacancy}/closing`, { date: '2023-06-01', motif: 'travaux' });
  const { seance } = await run('/commissions', { landlord: 'L-A', date_caleol: '2023-06-01' });
  const { eventStore, pipelineStores } = service.installation;
  const refusal = { vacancy, candidate, residence: 'R1', on: day('2023-06-01') };
  const duties = new CommandPipeline(handlingOf(DUTIES, eventStore), pipelineStores);
  await duties.send({ household: newUuid(), verb: 'owe', refusal }, { actor: INSTALLATION_ADMINISTRATOR });
  const listed = (await (await service.get('/api/duties')).json()) as { duties: readonly { duty: string }[] };
  const duty = listed.duties[0]!.duty;
  const leases = (await (await service.get('/api/allocations?code_residence=R1')).json()) as {
    allocations: readonly { identifiant: string }[];
  };
  const allocation = leases.allocations[0]!.identifiant;
  return { vacancy, candidate, seance, duty, allocation, task: `${open.vacancy}.orient.0`, code_insee: '78621' };
}
