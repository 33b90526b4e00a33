import { tokenKeyFileOf, type Installation } from '#installation';
import { TokenKeys } from '../keys/token-keys';
import { TokenChecks } from './token-checks';

/** The checks of the tokens of an installation. */
export function tokenChecksOf({ eventStore: store, clock, place }: Installation): TokenChecks {
  return new TokenChecks({ store, clock, keys: new TokenKeys(tokenKeyFileOf(place)) });
}
