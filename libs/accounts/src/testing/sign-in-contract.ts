import { isRefusal } from '#kernel';
import { codeAt } from '../secrets/one-time-codes';
import { accountBench, ADA, AWAY, HERE, OTHER_PASSWORD, sending, type MakeAccountStores } from './account-bench';

/** What must hold of the sign-in and of sessions on every store. */
export function signInContract(name: string, make: MakeAccountStores): void {
  describe(`people who sign in on ${name}`, () => {
    const { accepted, enter, entered, codeOf, actorOf, later, office, signIn, clock } = accountBench(make);

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
        const recovery = await office().recover(ADA.email, sending);
        if (isRefusal(recovery)) throw new Error(recovery.code);
        expect(await office().accept({ code: recovery.code!, password: OTHER_PASSWORD })).toMatchObject({});
        expect(await entered({ password: OTHER_PASSWORD })).toEqual(expect.any(String));
        expect(codeOf(await enter())).toBe('sign-in-refused');
      });

      it('asks for the second factor once there is one, and takes each code once', async () => {
        const user = await accepted();
        const secret = await office().credentials.proposeSecondFactor(user);
        expect(await entered()).toEqual(expect.any(String));
        expect(await office().credentials.confirmSecondFactor(user, codeAt(secret, clock.now()), clock.now())).toBe(
          true,
        );
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
        const [first] = await office().credentials.makeRecoveryCodes(user);
        expect(await entered({ totp: first!.toLowerCase() })).toEqual(expect.any(String));
        expect(codeOf(await enter({ totp: first! }))).toBe('sign-in-refused');
      });

      it('away from the machine opens nothing to who opens names and has no second factor', async () => {
        await accepted();
        const value = await entered({}, AWAY);
        expect(await signIn().present(value, AWAY)).toMatchObject({ owesSecondFactor: true });
        expect(await signIn().present(value, HERE)).toMatchObject({ owesSecondFactor: false });
        await office().sessions.strengthen(value);
        expect(await signIn().present(value, AWAY)).toMatchObject({ owesSecondFactor: false });
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
        expect(await signIn().present(value, HERE, false)).toBeDefined();
        later(1);
        expect(await actorOf(value)).toBeUndefined();
      });

      it('is listed without what its cookie holds, and ended by its name', async () => {
        const user = await accepted();
        const [value, other] = [await entered(), await entered({}, AWAY)];
        const listed = await office().sessions.of(user, clock.now());
        expect(listed.map(({ place }) => place).sort()).toEqual(['192.0.2.7', 'cette machine']);
        expect(JSON.stringify(listed)).not.toContain(value);
        const away = listed.find(({ place }) => place === '192.0.2.7')!;
        expect(await office().sessions.endOne(user, away.id)).toBe(true);
        expect(await actorOf(other)).toBeUndefined();
        expect(await actorOf(value)).toBeDefined();
      });
    });
  });
}
