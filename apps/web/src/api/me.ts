import { queries } from './client';
import type { components } from './schema';

export type Me = components['schemas']['MeDto'];

/** The role under which a person acts, in the words of the pages. */
export const ROLE_NAMES: Readonly<Record<string, string>> = {
  administrateur: 'administrateur',
  agent_epci: 'agent de l’intercommunalité',
  bailleur: 'bailleur',
  reservataire: 'réservataire',
  commune: 'commune',
  etat: 'État',
  auditeur: 'auditeur',
  statisticien: 'statisticien',
  elu: 'élu',
};

/** Who is here; its `error` tells that nobody is. Everything in the shell waits for it. */
export const useMe = () => queries.useQuery('get', '/api/me');

/** Whether who is here may do something. The API refuses all the same. */
export function useMay(right: string | undefined): boolean {
  const { data } = useMe();
  return right === undefined || (data?.rights ?? []).includes(right);
}

/** Whether who is here reads a part of the territory only. */
export function useIsCut(): boolean {
  const { data } = useMe();
  return (data?.acting.scope.length ?? 0) > 0;
}

/** Whether who is here is invented, for the demonstration: nobody is reached at such an address (RFC 2606). */
export const isInvented = ({ email }: Pick<Me, 'email'>): boolean => email?.endsWith('.invalid') ?? false;
