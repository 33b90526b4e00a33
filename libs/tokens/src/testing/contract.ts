import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVERYTHING, INSTALLATION_ADMINISTRATOR, limitedTo, ROLES } from '#access';
import { ConventionHistory } from '#convention';
import type { EventStore } from '#event-store';
import { isRefusal, type Clock, type Uuid } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { aCommune, aLandlord, TerritoryHistory, TestClock } from '#territory/testing';
import { TOKEN_STREAMS } from '../events';
import { TokenKeys } from '../keys/token-keys';
import { namesOfActors } from '../recording/holder-names';
import { TokenChecks } from '../recording/token-checks';
import { TokenOffice, type GivenToken, type IssuedToken } from '../recording/token-office';

export type MakeTokenStore = (clock: Clock) => Promise<{ readonly store: EventStore; close(): Promise<void> }>;

const sending = { actor: INSTALLATION_ADMINISTRATOR };
const HOLDER = 'Service des attributions';

/** What must hold of tokens on every store. */
export function tokenContract(name: string, make: MakeTokenStore): void {
  describe(`tokens on ${name}`, () => {
    const clock = new TestClock();
    let folder: string;
    let made: Awaited<ReturnType<MakeTokenStore>>;
    let vault: Vault;
    let keys: TokenKeys;
    let office: TokenOffice;
    let checks: TokenChecks;
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'mixite-tokens-'));
      clock.set('2025-03-10T09:00:00Z');
      made = await make(clock);
      vault = await openSqliteVault({ folder });
      keys = new TokenKeys(join(folder, 'token.key'));
      const { store } = made;
      const convention = new ConventionHistory(store, clock);
      office = new TokenOffice({ store, clock, keys, convention, vault: () => Promise.resolve(vault) });
      checks = new TokenChecks({ store, clock, keys });
    });
    afterEach(async () => {
      await vault.close();
      await made.close();
      rmSync(folder, { recursive: true });
    });

    const territory = async () => {
      const history = new TerritoryHistory(made.store, clock);
      await history.declare('Landlord', aLandlord('L-A'));
      await history.declare('Commune', aCommune('78621'));
    };
    const issue = async (given: GivenToken): Promise<IssuedToken> => {
      const issued = await office.issue(given, sending);
      if (isRefusal(issued)) throw new Error(issued.code);
      return issued;
    };
    const codeOf = async (token: string) => {
      const actor = await checks.actorOf(token);
      return isRefusal(actor) ? actor.code : actor.role;
    };
    const eventsOf = (id: Uuid) => made.store.readStream(TOKEN_STREAMS.name(id), { maxCount: 10 });

    it('let their holder act under one role and one scope', async () => {
      await territory();
      const { id, token, lastDay } = await issue({ role: 'bailleur', codes: ['L-A'], days: 30 });
      expect(lastDay).toBe('2025-04-09');
      expect(await checks.actorOf(token)).toEqual({ id, role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }) });
      const state = await issue({ role: 'etat' });
      expect(await checks.actorOf(state.token)).toEqual({ id: state.id, role: 'etat', scope: EVERYTHING });
      const program = await issue({ role: 'service', actsAs: 'commune', codes: ['78621'] });
      expect(await checks.actorOf(program.token)).toMatchObject({
        role: 'commune',
        scope: limitedTo({ commune: ['78621'] }),
      });
    });

    it('are recorded without their text, with the name of the holder sealed', async () => {
      const { id, token } = await issue({ role: 'auditeur', name: HOLDER });
      const [issued] = await eventsOf(id);
      expect(issued).toMatchObject({
        stream: `token-${id}`,
        type: 'TokenIssued',
        data: { role: 'auditeur', actsAs: null, codes: [], lastDay: '2025-06-08', key: keys.signing().id },
        people: { household: id },
        metadata: { actor: 'administrator', role: 'administrateur' },
      });
      const text = JSON.stringify(issued);
      for (const secret of [HOLDER, token, token.split('.')[2]!]) expect(text).not.toContain(secret);
      const names = await namesOfActors([id, 'administrator', id], { store: made.store, vault: async () => vault });
      expect([...names]).toEqual([[id, HOLDER]]);
    });

    it('end with their last day, in the zone of the territory', async () => {
      const { token, lastDay } = await issue({ role: 'elu', days: 1 });
      expect(lastDay).toBe('2025-03-11');
      clock.set('2025-03-11T22:59:59Z');
      expect(await codeOf(token)).toBe('elu');
      clock.set('2025-03-11T23:00:00Z');
      expect(await codeOf(token)).toBe('token-ended');
    });

    it('are worth nothing on the next request after they are revoked, also for another process', async () => {
      const { id, token } = await issue({ role: 'agent_epci' });
      const elsewhere = new TokenChecks({ store: made.store, clock, keys: new TokenKeys(join(folder, 'token.key')) });
      for (const each of [checks, elsewhere]) expect(await each.actorOf(token)).toMatchObject({ role: 'agent_epci' });
      expect(await office.revoke(id, sending)).toEqual({ id });
      for (const each of [checks, elsewhere])
        expect(await each.actorOf(token)).toMatchObject({ code: 'token-revoked' });
      expect(await office.revoke(id, sending)).toEqual({ id });
      expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['TokenIssued', 'TokenRevoked']);
    });

    it('stay valid under a new key until their end, or until the key before is retired', async () => {
      const before = await issue({ role: 'elu' });
      expect(await office.rotate({ retire: false }, sending)).toEqual({ revoked: [] });
      const after = await issue({ role: 'etat' });
      expect([await codeOf(before.token), await codeOf(after.token)]).toEqual(['elu', 'etat']);
      expect((await eventsOf(after.id))[0]!.data).not.toMatchObject({
        key: (await eventsOf(before.id))[0]!.data['key'],
      });
      const { revoked } = (await office.rotate({ retire: true }, sending)) as { readonly revoked: readonly Uuid[] };
      expect(new Set(revoked)).toEqual(new Set([before.id, after.id]));
      for (const { token } of [before, after]) expect(await codeOf(token)).toBe('token-of-another-key');
      expect((await eventsOf(before.id)).map(({ type }) => type)).toEqual(['TokenIssued', 'TokenRevoked']);
      expect(keys.all()).toHaveLength(1);
    });

    it('are listed without their text', async () => {
      await territory();
      const [landlord, ended, gone] = [
        await issue({ role: 'bailleur', codes: ['L-A'], name: HOLDER, days: 40 }),
        await issue({ role: 'elu', days: 1 }),
        await issue({ role: 'etat' }),
      ];
      await office.revoke(gone.id, sending);
      clock.set('2025-03-13T09:00:00Z');
      const listed = await office.list(INSTALLATION_ADMINISTRATOR);
      expect(listed).toMatchObject([
        { id: landlord.id, role: 'bailleur', codes: ['L-A'], name: HOLDER, status: 'valid' },
        { id: ended.id, name: null, status: 'ended' },
        { id: gone.id, status: 'revoked' },
      ]);
      for (const { token } of [landlord, ended, gone]) expect(JSON.stringify(listed)).not.toContain(token);
    });

    it('exist from the first one on, also once it is revoked', async () => {
      await territory();
      expect([await checks.exist(), await office.haveAny()]).toEqual([false, false]);
      expect(await office.issue({ role: 'bailleur' }, sending)).toMatchObject({ code: 'token-scope-needed' });
      expect(await checks.exist()).toBe(false);
      const { id } = await issue({ role: 'elu' });
      await office.revoke(id, sending);
      expect([await checks.exist(), await office.haveAny()]).toEqual([true, true]);
    });

    it('are refused for codes that the territory does not have, and write nothing', async () => {
      await territory();
      const refused = async (given: GivenToken) => {
        const answer = await office.issue(given, sending);
        return isRefusal(answer) ? [answer.code, answer.params] : [answer];
      };
      expect(await refused({ role: 'bailleur', codes: ['L-A', 'L-X'] })).toEqual([
        'token-scope-unknown',
        { kind: 'landlord', code: 'L-X' },
      ]);
      expect(await refused({ role: 'commune', codes: ['L-A'] })).toEqual([
        'token-scope-unknown',
        { kind: 'commune', code: 'L-A' },
      ]);
      expect(await office.revoke('01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d10' as Uuid, sending)).toMatchObject({
        code: 'unknown-token',
      });
      expect(await checks.exist()).toBe(false);
    });

    it('are given, listed and revoked by nobody but the administrator', async () => {
      const { id } = await issue({ role: 'elu' });
      for (const role of ROLES.filter((each) => each !== 'administrateur')) {
        const actor = { id: 'x', role, scope: EVERYTHING };
        for (const work of [
          () => office.issue({ role: 'administrateur' }, { actor }),
          () => office.revoke(id, { actor }),
          () => office.rotate({ retire: true }, { actor }),
          () => office.list(actor),
        ])
          expect(await work()).toMatchObject({ refused: true, code: 'not-allowed' });
      }
      expect(await eventsOf(id)).toHaveLength(1);
      expect(keys.all()).toHaveLength(1);
    });

    it('of a history that does not hold them are unknown', async () => {
      const { token } = await issue({ role: 'elu' });
      const restored = { ...storeFacade(made.store), readStream: () => Promise.resolve([]) };
      const other = new TokenChecks({ store: restored, clock, keys });
      expect(await other.actorOf(token)).toMatchObject({ code: 'token-unknown' });
    });
  });
}

/** The store, of which a test replaces one call. */
function storeFacade(store: EventStore): EventStore {
  return {
    storeId: store.storeId,
    append: (batch) => store.append(batch),
    readStream: (stream, options) => store.readStream(stream, options),
    readAll: (options) => store.readAll(options),
    subscribe: (options, handler) => store.subscribe(options, handler),
    head: () => store.head(),
    headAt: (instant) => store.headAt(instant),
    close: () => store.close(),
  };
}
