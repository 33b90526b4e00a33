import { GIVEN_ROLES, INSTALLATION_ADMINISTRATOR, SCOPE_OF_ROLE } from '#access';
import { ConventionHistory } from '#convention';
import { tokenKeyFileOf, type Installation } from '#installation';
import { isRefusal, type Clock } from '#kernel';
import { TokenKeys } from '../keys/token-keys';
import { territoryCodes } from '#territory';
import { TokenOffice, type GivenToken, type IssuedToken } from './token-office';

export function tokenOfficeOf({ pipelineStores, place }: Installation, convention: ConventionHistory): TokenOffice {
  return new TokenOffice({ ...pipelineStores, convention, keys: new TokenKeys(tokenKeyFileOf(place)) });
}

/**
 * One token for each role, where none was ever issued; none where one was. A role that acts by codes gets the first code of the
 * territory, and no token where there is none yet; a program acts as that landlord.
 * @param clock of the days of the tokens @throws CodedError as `TokenKeys` and the stores
 */
export async function issueFirstTokens(installation: Installation, clock: Clock): Promise<readonly IssuedToken[]> {
  const { eventStore } = installation;
  const office = tokenOfficeOf(installation, new ConventionHistory(eventStore));
  if (await office.haveAny()) return [];
  const issued: IssuedToken[] = [];
  for (const given of await firstGiven(installation)) {
    const token = await office.issue(given, { actor: INSTALLATION_ADMINISTRATOR }, clock);
    if (!isRefusal(token)) issued.push(token);
  }
  return issued;
}

async function firstGiven({ eventStore }: Installation): Promise<readonly GivenToken[]> {
  const known = await territoryCodes(eventStore);
  const given = GIVEN_ROLES.flatMap((role): readonly GivenToken[] => {
    const kind = SCOPE_OF_ROLE[role];
    if (kind === 'all') return [{ role }];
    const [first] = [...known[kind]].sort();
    return first === undefined ? [] : [{ role, codes: [first] }];
  });
  const landlord = given.find(({ role }) => role === 'bailleur');
  return landlord ? [...given, { ...landlord, role: 'service', actsAs: 'bailleur' }] : given;
}
