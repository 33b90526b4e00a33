import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, type Actor } from '#access';
import { ConventionHistory } from '#convention';
import type { EventStore, RecordedEvent } from '#event-store';
import { isRefusal, type Clock, type Uuid } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { aLandlord, TerritoryHistory, TestClock } from '#territory/testing';
import { ACCOUNT_STREAMS } from '../events';
import { AccountOffice, type Invitation } from '../recording/account-office';
import { namesOfPersons } from '../recording/persons';
import { SignIn } from '../recording/sign-in';
import type { SecretStore } from '../secrets/secret-store';

export type MakeAccountStores = (
  clock: Clock,
) => Promise<{ readonly store: EventStore; readonly secrets: SecretStore; close(): Promise<void> }>;

export const sending = { actor: INSTALLATION_ADMINISTRATOR };
export const ADA = { email: 'ada.diallo@example.org', role: 'bailleur', codes: ['L-A'], name: 'Ada Diallo' } as const;
export const PASSWORD = 'quatre girafes au violon';
export const OTHER_PASSWORD = 'trois hippopotames bleus';
export const AWAY = { address: '192.0.2.7', isLoopback: false };
export const HERE = { address: '127.0.0.1', isLoopback: true };

/** Stores, an office and a sign-in for each test of the suite that calls it, with two landlords. */
export function accountBench(make: MakeAccountStores) {
  const clock = new TestClock();
  let folder: string;
  let made: Awaited<ReturnType<MakeAccountStores>>;
  let vault: Vault;
  let office: AccountOffice;
  let signIn: SignIn;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-accounts-'));
    clock.set('2025-03-10T09:00:00Z');
    made = await make(clock);
    vault = await openSqliteVault({ folder });
    const { store, secrets } = made;
    const convention = new ConventionHistory(store, clock);
    const stores = { store, secrets, clock, convention, vault: () => Promise.resolve(vault) };
    office = new AccountOffice(stores);
    signIn = new SignIn(office, stores);
    const history = new TerritoryHistory(store, clock);
    for (const code of ['L-A', 'L-B']) await history.declare('Landlord', aLandlord(code));
  });
  afterEach(async () => {
    await vault.close();
    await made.close();
    rmSync(folder, { recursive: true });
  });

  const invite = async (given: Invitation = ADA, actor: Actor = INSTALLATION_ADMINISTRATOR) => {
    const invited = await office.invite(given, { actor });
    if (isRefusal(invited)) throw new Error(invited.code);
    return invited;
  };
  const accepted = async (given: Invitation = ADA, password = PASSWORD): Promise<Uuid> => {
    const { code, user } = await invite(given);
    expect(await office.accept({ code: code!, name: given.name, password })).toEqual({ user });
    return user;
  };
  const enter = (given: { email?: string; password?: string; totp?: string } = {}, from = HERE) =>
    signIn.signIn({ email: ADA.email, password: PASSWORD, ...given }, from);
  const entered = async (given: Parameters<typeof enter>[0] = {}, from = HERE): Promise<string> => {
    const value = await enter(given, from);
    if (isRefusal(value)) throw new Error(value.code);
    return value;
  };
  const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : answer);
  const eventsOf = (id: Uuid): Promise<readonly RecordedEvent[]> =>
    made.store.readStream(ACCOUNT_STREAMS.name(id), { maxCount: 100 });
  const actorOf = async (value: string, from = HERE) => (await signIn.present(value, from))?.actor;
  const at = (minutes: number) => new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString();
  const later = (minutes: number) => clock.set(at(minutes));
  return {
    ...{ clock, invite, accepted, enter, entered, codeOf, eventsOf, actorOf, at, later },
    office: () => office,
    signIn: () => signIn,
    names: (ids: readonly string[]) => namesOfPersons(ids, { store: made.store, vault: async () => vault }),
  };
}
