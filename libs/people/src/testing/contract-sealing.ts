import { newUuid } from '#kernel';
import type { VaultBench } from './bench';

const NUMBER = '078012345678901234';

export function sealingContract({ vault, another }: VaultBench): void {
  const made = async () => {
    const session = vault().session();
    await session.prepare({ households: [NUMBER], allocations: ['ATT-1'] });
    const household = session.household(NUMBER);
    const event = newUuid();
    const sealed = session.seal(household, event, { income: 1_234_500 });
    return { session, household, allocation: session.allocation('ATT-1'), event, sealed };
  };

  it('opens sealed facts in another session and in another process', async () => {
    const { session, household, allocation, event, sealed } = await made();
    await session.commit();
    const elsewhere = await another();
    expect(await elsewhere.find('household', NUMBER)).toBe(household);
    expect((await elsewhere.keysOf([household])).open(sealed, event)).toEqual({ income: 1_234_500 });
    const later = elsewhere.session();
    await later.prepare({ households: [NUMBER], allocations: ['ATT-1', 'ATT-2'] });
    expect(later.household(NUMBER)).toBe(household);
    expect(later.allocation('ATT-1')).toBe(allocation);
    expect(later.find('allocation', 'ATT-2')).toBeUndefined();
    const again = later.seal(household, event, ['é', null, 1]);
    expect((await vault().keysOf([household])).open(again, event)).toEqual(['é', null, 1]);
  });

  it('seals with the keys of known households, also in another process', async () => {
    const { session, household } = await made();
    await session.commit();
    const event = newUuid();
    const sealed = (await (await another()).keysOf([household])).seal(household, event, { read: 1 });
    expect((await vault().keysOf([household])).open(sealed, event)).toEqual({ read: 1 });
  });

  it('seals the same facts differently each time', async () => {
    const { session, household, event, sealed } = await made();
    expect(session.seal(household, event, { income: 1_234_500 }).box).not.toBe(sealed.box);
  });

  it('seals facts of any length', async () => {
    const { session, household, event } = await made();
    await session.commit();
    const ring = await vault().keysOf([household]);
    for (const length of [0, 1, 4_000, 100_000]) {
      const facts = { text: 'é'.repeat(length) };
      expect(ring.open(session.seal(household, event, facts), event)).toEqual(facts);
    }
  });

  it('forgets the key of a subject: nothing opens what it sealed, and the keys of others stay', async () => {
    const { session, household, sealed, event } = await made();
    const [subject, other] = [newUuid(), newUuid()];
    await session.prepare({ subjects: [subject, other] });
    session.subject(subject);
    session.subject(other);
    const box = session.seal(subject, event, { reference: 'LOG-1' });
    const kept = session.seal(other, event, { reference: 'LOG-2' });
    await session.commit();
    await vault().forget([subject, newUuid()]);
    for (const place of [vault(), await another()]) {
      const keys = await place.keysOf([subject, other, household]);
      expect([keys.canOpen(subject), keys.open(box, event)]).toEqual([false, undefined]);
      expect(keys.open(kept, event)).toEqual({ reference: 'LOG-2' });
      expect(keys.open(sealed, event)).toEqual({ income: 1_234_500 });
    }
    await vault().forget([subject]);
  });

  it('stores nothing of a session that does not commit', async () => {
    const { session, household } = await made();
    expect(session.household(NUMBER)).toBe(household);
    expect(await vault().find('household', NUMBER)).toBeUndefined();
    expect((await vault().keysOf([household])).canOpen(household)).toBe(false);
  });

  it('still knows its new ids when it prepares other numbers, before and after its commit', async () => {
    const { session, household, allocation } = await made();
    for (const commit of [false, true]) {
      if (commit) await session.commit();
      await session.prepare({ households: ['other', NUMBER], allocations: ['ATT-2'] });
      expect(session.household(NUMBER)).toBe(household);
      expect(session.seal(household, newUuid(), {})).toMatchObject({ household });
      await session.prepare({ allocations: ['ATT-1'] });
      expect(session.find('allocation', 'ATT-1')).toBe(allocation);
    }
  });

  it('can be used during a commit: what it makes then belongs to the next commit', async () => {
    const session = vault().session();
    await session.prepare({ households: [NUMBER, 'other'] });
    const household = session.household(NUMBER);
    const committing = session.commit();
    const other = session.household('other');
    expect(session.seal(household, newUuid(), {})).toMatchObject({ household });
    expect(session.seal(other, newUuid(), {})).toMatchObject({ household: other });
    await committing;
    const reopened = await another();
    expect(await reopened.find('household', NUMBER)).toBe(household);
    expect(await reopened.find('household', 'other')).toBeUndefined();
    await session.commit();
    expect(await reopened.find('household', 'other')).toBe(other);
    expect((await reopened.keysOf([household, other])).canOpen(other)).toBe(true);
    await reopened.close();
  });

  it('accepts only prepared numbers', async () => {
    const { session, allocation } = await made();
    expect(() => session.find('household', 'another')).toThrow('not prepared');
    await session.prepare({ households: ['another'] });
    expect(() => session.household(NUMBER)).toThrow('not prepared');
    expect(() => session.rehousing('ATT-1')).toThrow('not prepared');
    expect(session.allocation('ATT-1')).toBe(allocation);
  });

  it('separates the numbers of each kind, and gives each the same id again', async () => {
    const numbers = { households: ['1'], allocations: ['1'], rehousings: ['1'] };
    const session = vault().session();
    await session.prepare(numbers);
    const ids = [session.household('1'), session.allocation('1'), session.rehousing('1')];
    expect(new Set(ids).size).toBe(3);
    expect(session.rehousing('1')).toBe(ids[2]);
    await session.commit();
    const elsewhere = await another();
    for (const [index, kind] of (['household', 'allocation', 'rehousing'] as const).entries())
      expect(await elsewhere.find(kind, '1')).toBe(ids[index]);
    const later = elsewhere.session();
    await later.prepare(numbers);
    expect([later.household('1'), later.allocation('1'), later.rehousing('1')]).toEqual(ids);
  });

  it('gives a subject that is no household a key of its own, once', async () => {
    const subject = newUuid();
    const event = newUuid();
    const session = vault().session();
    await session.prepare({ subjects: [subject], dwellings: ['R1\nA-12'] });
    session.subject(subject);
    const dwelling = session.dwelling('R1\nA-12');
    const sealed = session.seal(subject, event, { dwelling: 'A-12' });
    await session.commit();
    const later = (await another()).session();
    await later.prepare({ subjects: [subject], dwellings: ['R1\nA-12', 'R1\nA-13'] });
    later.subject(subject);
    await later.commit();
    expect([later.dwelling('R1\nA-12'), later.find('dwelling', 'R1\nA-13')]).toEqual([dwelling, undefined]);
    const again = later.seal(subject, event, { dwelling: 'A-12' });
    const ring = await vault().keysOf([subject]);
    expect([ring.open(sealed, event), ring.open(again, event)]).toEqual([{ dwelling: 'A-12' }, { dwelling: 'A-12' }]);
  });

  it('commits the key of a subject without any number', async () => {
    const subject = newUuid();
    const session = vault().session();
    await session.prepare({ subjects: [subject] });
    session.subject(subject);
    await session.commit();
    expect((await (await another()).keysOf([subject])).canOpen(subject)).toBe(true);
  });

  it('looks up many numbers at once', async () => {
    const numbers = Array.from({ length: 700 }, (_, index) => `N${index}`);
    const session = vault().session();
    await session.prepare({ households: numbers, allocations: numbers });
    const ids = numbers.map((number) => [session.household(number), session.allocation(number)]);
    await session.commit();
    const later = vault().session();
    await later.prepare({ households: [...numbers, 'unknown'], allocations: numbers });
    expect(numbers.map((number) => [later.find('household', number), later.find('allocation', number)])).toEqual(ids);
    expect(later.find('household', 'unknown')).toBeUndefined();
    const ring = await vault().keysOf(ids.map(([household]) => household!));
    expect(ids.every(([household]) => ring.canOpen(household!))).toBe(true);
  });

  it('refuses a box moved to another event, and a box with one byte altered', async () => {
    const { session, household, event, sealed } = await made();
    await session.commit();
    const ring = await vault().keysOf([household]);
    const codeOf = (box: string, id = event) => {
      try {
        return ring.open({ household, box }, id);
      } catch (error) {
        return (error as { code?: unknown }).code;
      }
    };
    expect(codeOf(sealed.box, newUuid())).toBe('box-altered');
    const bytes = Buffer.from(sealed.box, 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes);
      altered[at]! ^= 1;
      expect(codeOf(altered.toString('base64'))).toBe('box-altered');
    }
    for (const short of ['', 'AAAA', sealed.box.slice(0, 36)]) expect(codeOf(short)).toBe('box-altered');
  });

  it('returns no facts where the key was erased', async () => {
    const stranger = newUuid();
    const ring = await vault().keysOf([stranger]);
    expect(ring.canOpen(stranger)).toBe(false);
    expect(ring.open({ household: stranger, box: 'AAAA' }, newUuid())).toBeUndefined();
    expect(() => ring.seal(stranger, newUuid(), {})).toThrow(expect.objectContaining({ code: 'household-erased' }));
    expect(() => vault().session().seal(stranger, newUuid(), {})).toThrow(
      expect.objectContaining({ code: 'household-erased' }),
    );
  });

  it('gives equal rows the same digest in every process', async () => {
    const digest = vault().digest('a|b');
    expect((await another()).digest('a|b')).toBe(digest);
    expect(vault().digest('a|c')).not.toBe(digest);
  });
}
