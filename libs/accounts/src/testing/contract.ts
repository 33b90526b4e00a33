import { limitedTo, type Actor } from '#access';
import { day, isRefusal } from '#kernel';
import type { Invitation } from '../recording/account-office';
import { accountBench, ADA, HERE, OTHER_PASSWORD, PASSWORD, sending, type MakeAccountStores } from './account-bench';
import { signInContract } from './sign-in-contract';

/** What must hold of accounts and of the sign-in on every store. */
export function accountContract(name: string, make: MakeAccountStores): void {
  signInContract(name, make);
  describe(`accounts on ${name}`, () => {
    const { invite, accepted, enter, entered, codeOf, eventsOf, actorOf, at, later, office, signIn, names, clock } =
      accountBench(make);

    describe('an invitation', () => {
      it('names the role and the scope, seals address and name, and lets the person choose a password', async () => {
        const { code, user } = await invite();
        expect(await office().readInvitation(code!)).toMatchObject({
          ...{ email: ADA.email, kind: 'invitation', expiresAt: at(72 * 60) },
          grants: [{ role: 'bailleur', codes: ['L-A'] }],
        });
        expect(codeOf(await enter())).toBe('sign-in-refused');
        expect(await office().accept({ code: code!, name: 'Ada Diallo', password: PASSWORD })).toEqual({ user });
        expect(await actorOf(await entered())).toEqual({
          ...{ id: user, role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }) },
        });
        const events = await eventsOf(user);
        expect(events.map(({ type }) => type)).toEqual(['UserInvited', 'InvitationAccepted']);
        expect(JSON.stringify(events)).not.toMatch(/diallo|girafe/i);
        expect(await names([user, 'system'])).toEqual(new Map([[user, 'Ada Diallo']]));
      });

      it.each<[string, (code: string) => Promise<unknown>]>([
        ['was used', (code) => office().accept({ code, name: 'A', password: PASSWORD })],
        ['was cancelled by another', () => invite()],
        ['is older than 72 hours', async () => later(72 * 60)],
        ['is of somebody who was disabled', () => office().disable(ADA.email, sending)],
      ])('opens nothing once it %s', async (_, spoil) => {
        const { code } = await invite();
        await spoil(code!);
        expect(codeOf(await office().readInvitation(code!))).toBe('unknown-invitation');
        expect(codeOf(await office().accept({ code: code!, name: 'A', password: OTHER_PASSWORD }))).toBe(
          'unknown-invitation',
        );
        expect(codeOf(await enter({ password: OTHER_PASSWORD }))).toBe('sign-in-refused');
      });

      it('serves one of two that use it at the same time', async () => {
        const { code } = await invite();
        const tries = await Promise.all(
          [PASSWORD, OTHER_PASSWORD].map((password) => office().accept({ code: code!, name: 'A', password })),
        );
        expect(tries.filter((one) => !isRefusal(one))).toHaveLength(1);
      });

      it('asks for a password that is not soon guessed', async () => {
        const { code } = await invite();
        const tryWith = async (password: string) =>
          codeOf(await office().accept({ code: code!, name: 'Ada', password }));
        expect(await tryWith('girafe')).toBe('password-too-short');
        expect(await tryWith('motdepasse123')).toBe('password-too-common');
        expect(await tryWith('ada.diallo2025')).toBe('password-too-common');
        expect(await tryWith(PASSWORD)).toMatchObject({ user: expect.any(String) });
      });

      it('of a person who is here already gives the role at once', async () => {
        const user = await accepted();
        const grant = { role: 'bailleur', codes: ['L-B'], lastDay: null, manager: false };
        expect(await invite({ ...ADA, codes: ['L-B'] })).toEqual({ user, code: null, grant });
        expect((await eventsOf(user)).at(-1)).toMatchObject({ type: 'RoleGranted', data: { codes: ['L-B'] } });
        expect(await invite({ ...ADA, codes: ['L-B'] })).toEqual({ user, code: null, grant: null });
        expect(await eventsOf(user)).toHaveLength(3);
      });

      it.each<[string, Partial<Invitation>, string]>([
        ['no code for a role that needs one', { codes: [] }, 'role-scope-needed'],
        ['a code for a role that acts everywhere', { role: 'etat' }, 'role-scope-not-admitted'],
        ['a code of nobody', { codes: ['L-C'] }, 'role-scope-unknown'],
        ['a last day that is past', { lastDay: day('2025-03-09') }, 'role-already-over'],
      ])('is refused with %s', async (_, given, code) => {
        expect(codeOf(await office().invite({ ...ADA, ...given }, sending))).toBe(code);
      });
    });

    describe('a manager', () => {
      const manager = (codes = ['L-A']): Actor => ({
        ...{ id: 'manager', role: 'bailleur', scope: limitedTo({ landlord: codes }), isManager: true },
      });
      const asked = async (given: Partial<Invitation>, actor: Actor = manager()) =>
        codeOf(await office().invite({ ...ADA, ...given }, { actor }));

      it('invites people of the same role, with no wider scope, and makes no manager', async () => {
        expect(await asked({ codes: ['L-B'] })).toBe('scope-not-allowed');
        expect(await asked({ codes: ['L-A', 'L-B'] })).toBe('scope-not-allowed');
        expect(await asked({ role: 'etat', codes: [] })).toBe('not-allowed');
        expect(await asked({ manager: true })).toBe('not-allowed');
        expect(await asked({}, { ...manager(), isManager: undefined } as unknown as Actor)).toBe('not-allowed');
        expect(await asked({})).toMatchObject({ user: expect.any(String) });
      });

      it('gives no role for longer than the manager holds it, also where nobody says until when', async () => {
        const lastDay = day('2025-06-30');
        const user = await accepted({
          email: 'chief@example.org',
          role: 'bailleur',
          codes: ['L-A'],
          manager: true,
          lastDay,
        });
        const actor: Actor = { ...manager(), id: user };
        expect(await asked({ lastDay: day('2025-07-01') }, actor)).toBe('role-outlasts-own');
        const invited = await office().invite(ADA, { actor });
        if (isRefusal(invited)) throw new Error(invited.code);
        expect((await eventsOf(invited.user)).at(-1)!.data).toMatchObject({ lastDay });
        expect(await asked({ email: 'ben@example.org', lastDay }, actor)).toMatchObject({ user: expect.any(String) });
      });

      it('takes no role that is not theirs to give, and lists only their people', async () => {
        await accepted();
        await invite({ email: 'ben@example.org', role: 'bailleur', codes: ['L-B'] });
        await invite({ ...ADA, role: 'etat', codes: [] });
        const actor = manager();
        expect(codeOf(await office().revoke(ADA.email, 'etat', { actor }))).toBe('not-allowed');
        expect(codeOf(await office().disable(ADA.email, { actor }))).toBe('not-allowed');
        for (const email of ['ben@example.org', 'nobody@example.org'])
          expect(codeOf(await office().disable(email, { actor }))).toBe('unknown-user');
        const listed = await office().list(actor);
        expect(isRefusal(listed) ? listed : listed.map(({ email }) => email)).toEqual([ADA.email]);
        expect(await office().revoke(ADA.email, 'bailleur', { actor })).toMatchObject({ user: expect.any(String) });
      });
    });

    describe('people and themselves', () => {
      it('nobody changes their own roles, by an invitation or otherwise', async () => {
        const user = await accepted({ ...ADA, manager: true });
        const actor: Actor = { id: user, role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }), isManager: true };
        expect(codeOf(await office().invite(ADA, { actor }))).toBe('own-account');
        expect(codeOf(await office().revoke(ADA.email, undefined, { actor }))).toBe('own-account');
        expect(codeOf(await office().disable(ADA.email, { actor }))).toBe('own-account');
      });

      it('a manager neither changes nor takes the grant of another manager', async () => {
        await accepted({ ...ADA, manager: true });
        const actor: Actor = { id: 'm', role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }), isManager: true };
        expect(codeOf(await office().invite({ ...ADA, lastDay: day('2025-03-10') }, { actor }))).toBe('not-allowed');
        for (const act of ['revoke', 'disable', 'recover'] as const) {
          const answer =
            act === 'revoke' ? office().revoke(ADA.email, undefined, { actor }) : office()[act](ADA.email, { actor });
          expect(codeOf(await answer)).toBe('unknown-user');
        }
      });

      it('a manager is shown the roles that are theirs to manage, and no other', async () => {
        await accepted();
        await invite({ ...ADA, role: 'elu', codes: [] });
        const actor: Actor = { id: 'm', role: 'bailleur', scope: limitedTo({ landlord: ['L-A'] }), isManager: true };
        const listed = await office().list(actor);
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
        const present = (await signIn().present(value, HERE))!;
        const next = await signIn().actAs(value, { role: 'etat', codes: [] }, present);
        expect(await actorOf(value)).toBeUndefined();
        expect(await actorOf(next as string)).toMatchObject({ id: user, role: 'etat' });
        const there = (await signIn().present(next as string, HERE))!;
        expect(codeOf(await signIn().actAs(next as string, { role: 'bailleur', codes: ['L-B'] }, there))).toBe(
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
        await office().revoke(ADA.email, 'elu', sending);
        expect(await actorOf(other)).toBeUndefined();
        expect(codeOf(await enter())).toBe('sign-in-refused');
      });

      it('of the last administrator stay', async () => {
        await accepted({ email: 'root@example.org', role: 'administrateur', name: 'Root' });
        expect(codeOf(await office().revoke('root@example.org', undefined, sending))).toBe('last-administrator');
        expect(codeOf(await office().disable('root@example.org', sending))).toBe('last-administrator');
        await accepted({ email: 'other@example.org', role: 'administrateur', name: 'Other' });
        expect(await office().disable('root@example.org', sending)).toMatchObject({ user: expect.any(String) });
      });

      it('of a disabled account end its sessions, and a new invitation begins anew', async () => {
        const user = await accepted();
        const value = await entered();
        await office().disable(ADA.email, sending);
        expect(await actorOf(value)).toBeUndefined();
        expect(codeOf(await enter())).toBe('sign-in-refused');
        await accepted({ ...ADA, codes: ['L-B'] }, OTHER_PASSWORD);
        expect(codeOf(await enter())).toBe('sign-in-refused');
        expect(await actorOf(await entered({ password: OTHER_PASSWORD }))).toEqual({
          ...{ id: user, role: 'bailleur', scope: limitedTo({ landlord: ['L-B'] }) },
        });
      });
    });
  });
}
