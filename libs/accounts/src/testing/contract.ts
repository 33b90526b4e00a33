import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR, limitedTo, type Actor } from '#access';
import { ConventionHistory } from '#convention';
import type { EventStore, RecordedEvent } from '#event-store';
import { day, isRefusal, type Clock, type Uuid } from '#kernel';
import { openSqliteVault, type Vault } from '#people';
import { aLandlord, TerritoryHistory, TestClock } from '#territory/testing';
import { ACCOUNT_STREAMS } from '../events';
import { AccountOffice, type Invitation } from '../recording/account-office';
import { namesOfPersons } from '../recording/persons';
import { SignIn } from '../recording/sign-in';
import { codeAt } from '../secrets/one-time-codes';
import type { SecretStore } from '../secrets/secret-store';

export type MakeAccountStores = (
  clock: Clock,
) => Promise<{ readonly store: EventStore; readonly secrets: SecretStore; close(): Promise<void> }>;

const sending = { actor: INSTALLATION_ADMINISTRATOR };
const ADA = { email: 'ada.diallo@example.org', role: 'bailleur', codes: ['L-A'], name: 'Ada Diallo' } as const;
const PASSWORD = 'quatre girafes au violon';
const OTHER_PASSWORD = 'trois hippopotames bleus';
const AWAY = { address: '192.0.2.7', isLoopback: false };
const HERE = { address: '127.0.0.1', isLoopback: true };

/** What must hold of accounts and of the sign-in on every store. */
export function accountContract(name: string, make: MakeAccountStores): void {
  describe(`accounts on ${name}`, () => {
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

    describe('an invitation', () => {
      it('names the role and the scope, seals address and name, and lets the person choose a password', async () => {
        const { code, user } = await invite();
        expect(await office.readInvitation(code!)).toMatchObject({
          ...{ email: ADA.email, kind: 'invitation', expiresAt: at(72 * 60) },
          grants: [{ role: 'bailleur', codes: ['L-A'] }],
        });
        expect(codeOf(await enter())).toBe('sign-in-refused');
        expect(await office.accept({ code: code!, name: 'Ada Diallo', password: PASSWORD })).toEqual({ user });
        expect(await actorOf(await entered())).toEqual({
          ...{ id: user, role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }) },
        });
        const events = await eventsOf(user);
        expect(events.map(({ type }) => type)).toEqual(['UserInvited', 'InvitationAccepted']);
        expect(JSON.stringify(events)).not.toMatch(/diallo|girafe/i);
        expect(await namesOfPersons([user, 'system'], { store: made.store, vault: async () => vault })).toEqual(
          new Map([[user, 'Ada Diallo']]),
        );
      });

      it.each<[string, (code: string) => Promise<unknown>]>([
        ['was used', (code) => office.accept({ code, name: 'A', password: PASSWORD })],
        ['was cancelled by another', () => invite()],
        ['is older than 72 hours', async () => later(72 * 60)],
        ['is of somebody who was disabled', () => office.disable(ADA.email, sending)],
      ])('opens nothing once it %s', async (_, spoil) => {
        const { code } = await invite();
        await spoil(code!);
        expect(codeOf(await office.readInvitation(code!))).toBe('unknown-invitation');
        expect(codeOf(await office.accept({ code: code!, name: 'A', password: OTHER_PASSWORD }))).toBe(
          'unknown-invitation',
        );
        expect(codeOf(await enter({ password: OTHER_PASSWORD }))).toBe('sign-in-refused');
      });

      it('serves one of two that use it at the same time', async () => {
        const { code } = await invite();
        const tries = await Promise.all(
          [PASSWORD, OTHER_PASSWORD].map((password) => office.accept({ code: code!, name: 'A', password })),
        );
        expect(tries.filter((one) => !isRefusal(one))).toHaveLength(1);
      });

      it('asks for a password that is not soon guessed', async () => {
        const { code } = await invite();
        const tryWith = async (password: string) => codeOf(await office.accept({ code: code!, name: 'Ada', password }));
        expect(await tryWith('girafe')).toBe('password-too-short');
        expect(await tryWith('motdepasse123')).toBe('password-too-common');
        expect(await tryWith('ada.diallo2025')).toBe('password-too-common');
        expect(await tryWith(PASSWORD)).toMatchObject({ user: expect.any(String) });
      });

      it('of a person who is here already gives the role at once', async () => {
        const user = await accepted();
        expect(await invite({ ...ADA, codes: ['L-B'] })).toEqual({ user, code: null });
        expect((await eventsOf(user)).at(-1)).toMatchObject({ type: 'RoleGranted', data: { codes: ['L-B'] } });
        await invite({ ...ADA, codes: ['L-B'] });
        expect(await eventsOf(user)).toHaveLength(3);
      });

      it.each<[string, Partial<Invitation>, string]>([
        ['no code for a role that needs one', { codes: [] }, 'role-scope-needed'],
        ['a code for a role that acts everywhere', { role: 'etat' }, 'role-scope-not-admitted'],
        ['a code of nobody', { codes: ['L-C'] }, 'role-scope-unknown'],
        ['a last day that is past', { lastDay: day('2025-03-09') }, 'role-already-over'],
      ])('is refused with %s', async (_, given, code) => {
        expect(codeOf(await office.invite({ ...ADA, ...given }, sending))).toBe(code);
      });
    });

    describe('a manager', () => {
      const manager = (codes = ['L-A']): Actor => ({
        ...{ id: 'manager', role: 'bailleur', scope: limitedTo({ landlord: codes }), isManager: true },
      });
      const asked = async (given: Partial<Invitation>, actor: Actor = manager()) =>
        codeOf(await office.invite({ ...ADA, ...given }, { actor }));

      it('invites people of the same role, with no wider scope, and makes no manager', async () => {
        expect(await asked({ codes: ['L-B'] })).toBe('scope-not-allowed');
        expect(await asked({ codes: ['L-A', 'L-B'] })).toBe('scope-not-allowed');
        expect(await asked({ role: 'etat', codes: [] })).toBe('not-allowed');
        expect(await asked({ manager: true })).toBe('not-allowed');
        expect(await asked({}, { ...manager(), isManager: undefined } as unknown as Actor)).toBe('not-allowed');
        expect(await asked({})).toMatchObject({ user: expect.any(String) });
      });

      it('takes no role that is not theirs to give, and lists only their people', async () => {
        await accepted();
        await invite({ email: 'ben@example.org', role: 'bailleur', codes: ['L-B'] });
        await invite({ ...ADA, role: 'etat', codes: [] });
        const actor = manager();
        expect(codeOf(await office.revoke(ADA.email, 'etat', { actor }))).toBe('not-allowed');
        expect(codeOf(await office.disable(ADA.email, { actor }))).toBe('not-allowed');
        for (const email of ['ben@example.org', 'nobody@example.org'])
          expect(codeOf(await office.disable(email, { actor }))).toBe('unknown-user');
        const listed = await office.list(actor);
        expect(isRefusal(listed) ? listed : listed.map(({ email }) => email)).toEqual([ADA.email]);
        expect(await office.revoke(ADA.email, 'bailleur', { actor })).toMatchObject({ user: expect.any(String) });
      });
    });

    describe('people and themselves', () => {
      it('nobody changes their own roles, by an invitation or otherwise', async () => {
        const user = await accepted({ ...ADA, manager: true });
        const actor: Actor = { id: user, role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }), isManager: true };
        expect(codeOf(await office.invite(ADA, { actor }))).toBe('own-account');
        expect(codeOf(await office.revoke(ADA.email, undefined, { actor }))).toBe('own-account');
        expect(codeOf(await office.disable(ADA.email, { actor }))).toBe('own-account');
      });

      it('a manager neither changes nor takes the grant of another manager', async () => {
        await accepted({ ...ADA, manager: true });
        const actor: Actor = { id: 'm', role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }), isManager: true };
        expect(codeOf(await office.invite({ ...ADA, lastDay: day('2025-03-10') }, { actor }))).toBe('not-allowed');
        for (const act of ['revoke', 'disable', 'recover'] as const) {
          const answer =
            act === 'revoke' ? office.revoke(ADA.email, undefined, { actor }) : office[act](ADA.email, { actor });
          expect(codeOf(await answer)).toBe('unknown-user');
        }
      });

      it('a manager is shown the roles that are theirs to manage, and no other', async () => {
        await accepted();
        await invite({ ...ADA, role: 'elu', codes: [] });
        const actor: Actor = { id: 'm', role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }), isManager: true };
        const listed = await office.list(actor);
        expect(isRefusal(listed) ? listed : listed.map(({ grants }) => grants.map(({ role }) => role))).toEqual([
          ['bailleur'],
        ]);
      });
    });

    describe('roles', () => {
      it('act one at a time, and change the value of the cookie', async () => {
        const user = await accepted();
        await invite({ ...ADA, role: 'etat', codes: [] });
        const value = await entered();
        const present = (await signIn.present(value, HERE))!;
        const next = await signIn.actAs(value, { role: 'etat', codes: [] }, present);
        expect(await actorOf(value)).toBeUndefined();
        expect(await actorOf(next as string)).toMatchObject({ id: user, role: 'etat' });
        const there = (await signIn.present(next as string, HERE))!;
        expect(codeOf(await signIn.actAs(next as string, { role: 'bailleur', codes: ['L-B'] }, there))).toBe(
          'role-not-held',
        );
      });

      it('that are taken away, or over, act no longer, from the next request on', async () => {
        await accepted({ ...ADA, lastDay: day('2025-03-10') });
        await invite({ ...ADA, role: 'elu', codes: [] });
        const value = await entered();
        expect(await actorOf(value)).toMatchObject({ role: 'bailleur' });
        clock.set('2025-03-10T23:00:00Z');
        expect(await actorOf(value)).toBeUndefined();
        const other = await entered();
        expect(await actorOf(other)).toMatchObject({ role: 'elu' });
        await office.revoke(ADA.email, 'elu', sending);
        expect(await actorOf(other)).toBeUndefined();
        expect(codeOf(await enter())).toBe('sign-in-refused');
      });

      it('of the last administrator stay', async () => {
        await accepted({ email: 'root@example.org', role: 'administrateur', name: 'Root' });
        expect(codeOf(await office.revoke('root@example.org', undefined, sending))).toBe('last-administrator');
        expect(codeOf(await office.disable('root@example.org', sending))).toBe('last-administrator');
        await accepted({ email: 'other@example.org', role: 'administrateur', name: 'Other' });
        expect(await office.disable('root@example.org', sending)).toMatchObject({ user: expect.any(String) });
      });

      it('of a disabled account end its sessions, and a new invitation begins anew', async () => {
        const user = await accepted();
        const value = await entered();
        await office.disable(ADA.email, sending);
        expect(await actorOf(value)).toBeUndefined();
        expect(codeOf(await enter())).toBe('sign-in-refused');
        await accepted({ ...ADA, codes: ['L-B'] }, OTHER_PASSWORD);
        expect(codeOf(await enter())).toBe('sign-in-refused');
        expect(await actorOf(await entered({ password: OTHER_PASSWORD }))).toEqual({
          ...{ id: user, role: 'bailleur', scope: limitedTo({ landlord: ['L-B'] }) },
        });
      });
    });

    describe('the sign-in', () => {
      it('says the same of an unknown address, a wrong password and a disabled account', async () => {
        await accepted();
        expect(await enter({ password: OTHER_PASSWORD })).toEqual(await enter({ email: 'nobody@example.org' }));
      });

      it('slows down after fifty failures from one machine, whoever they are at', async () => {
        await accepted();
        for (let times = 0; times < 50; times += 1) await enter({ email: `guess-${times}@example.org` }, AWAY);
        expect(codeOf(await enter({}, AWAY))).toBe('too-many-attempts');
        expect(await entered()).toEqual(expect.any(String));
      });

      it('slows down after five failures at one account, and a recovery ends the wait', async () => {
        await accepted();
        for (let times = 0; times < 5; times += 1) await enter({ password: OTHER_PASSWORD }, AWAY);
        expect(await enter({}, AWAY)).toMatchObject({ code: 'too-many-attempts', params: { seconds: 2 } });
        expect(codeOf(await enter({}, HERE))).toBe('too-many-attempts');
        const recovery = await office.recover(ADA.email, sending);
        if (isRefusal(recovery)) throw new Error(recovery.code);
        expect(await office.accept({ code: recovery.code!, password: OTHER_PASSWORD })).toMatchObject({});
        expect(await entered({ password: OTHER_PASSWORD })).toEqual(expect.any(String));
        expect(codeOf(await enter())).toBe('sign-in-refused');
      });

      it('asks for the second factor once there is one, and takes each code once', async () => {
        const user = await accepted();
        const secret = await office.credentials.proposeSecondFactor(user);
        expect(await entered()).toEqual(expect.any(String));
        expect(await office.credentials.confirmSecondFactor(user, codeAt(secret, clock.now()), clock.now())).toBe(true);
        expect(codeOf(await enter())).toBe('second-factor-needed');
        expect(codeOf(await enter({ totp: codeAt(secret, clock.now()) }))).toBe('sign-in-refused');
        later(1);
        const totp = codeAt(secret, clock.now());
        const tries = await Promise.all([enter({ totp }), enter({ totp })]);
        expect(tries.filter((one) => !isRefusal(one))).toHaveLength(1);
        later(2);
        expect(codeOf(await enter({ totp: codeAt(secret, '2025-03-10T08:00:00.000Z' as never) }))).toBe(
          'sign-in-refused',
        );
        const [first] = await office.credentials.makeRecoveryCodes(user);
        expect(await entered({ totp: first!.toLowerCase() })).toEqual(expect.any(String));
        expect(codeOf(await enter({ totp: first! }))).toBe('sign-in-refused');
      });

      it('away from the machine opens nothing to who opens names and has no second factor', async () => {
        await accepted();
        const value = await entered({}, AWAY);
        expect(await signIn.present(value, AWAY)).toMatchObject({ owesSecondFactor: true });
        expect(await signIn.present(value, HERE)).toMatchObject({ owesSecondFactor: false });
        await office.sessions.strengthen(value);
        expect(await signIn.present(value, AWAY)).toMatchObject({ owesSecondFactor: false });
      });
    });

    describe('a session', () => {
      it('ends after thirty minutes without use, and after twelve hours in all', async () => {
        await accepted();
        const value = await entered();
        later(29);
        expect(await actorOf(value)).toBeDefined();
        later(29);
        expect(await actorOf(value)).toBeDefined();
        later(30);
        expect(await actorOf(value)).toBeUndefined();
        const other = await entered();
        for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
          expect(await actorOf(other)).toBeDefined();
          later(20);
        }
        expect(await actorOf(other)).toBeUndefined();
      });

      it('is not kept open by what a page asks by itself', async () => {
        await accepted();
        const value = await entered();
        later(29);
        expect(await signIn.present(value, HERE, false)).toBeDefined();
        later(1);
        expect(await actorOf(value)).toBeUndefined();
      });

      it('is listed without what its cookie holds, and ended by its name', async () => {
        const user = await accepted();
        const [value, other] = [await entered(), await entered({}, AWAY)];
        const listed = await office.sessions.of(user, clock.now());
        expect(listed.map(({ place }) => place).sort()).toEqual(['192.0.2.7', 'cette machine']);
        expect(JSON.stringify(listed)).not.toContain(value);
        const away = listed.find(({ place }) => place === '192.0.2.7')!;
        expect(await office.sessions.endOne(user, away.id)).toBe(true);
        expect(await actorOf(other)).toBeUndefined();
        expect(await actorOf(value)).toBeDefined();
      });
    });
  });
}
