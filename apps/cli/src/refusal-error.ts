import type { Refusal } from '#kernel';
import { Refused, UsageError } from './terminal';

/** Turns a refusal of the domain into an error with a French sentence: the words of the command are wrong, or the answer is no. */
export async function refusalError(refusal: Refusal): Promise<Error> {
  // The catalogue of problems brings in the HTTP framework: it is loaded only here.
  const { problemOf } = await import('#http');
  switch (refusal.code) {
    case 'period-reversed':
      return new UsageError('Le premier jour (--from) est après le dernier (--to).');
    case 'operation-unknown':
      return new Refused(`Opération inconnue : « ${String(refusal.params['operation'])} ».`);
    case 'token-acts-as':
    case 'token-scope-needed':
    case 'token-scope-not-admitted':
    case 'role-scope-needed':
    case 'role-scope-not-admitted':
      return new UsageError(problemOf(refusal.code, refusal.params).detail);
    case 'token-scope-unknown':
    case 'role-scope-unknown':
    case 'role-already-over':
    case 'unknown-user':
    case 'last-administrator':
    case 'unknown-token':
    case 'unknown-allocation':
    case 'unknown-landlord':
    case 'unknown-residence':
    case 'unknown-household':
    case 'reading-not-recorded':
      return new Refused(problemOf(refusal.code, refusal.params).detail);
    default:
      return new Refused(`Refusé : vos droits ne le permettent pas (${refusal.code}).`);
  }
}
