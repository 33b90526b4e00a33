import { newUuid, type Instant } from '#kernel';
import type { SecretStore } from '../secrets/secret-store';

const at = (text: string) => text as Instant;

/** What must hold of every store of secrets. */
export function secretStoreContract(
  name: string,
  open: () => Promise<{ readonly store: SecretStore; destroy(): Promise<void> }>,
): void {
  describe(`a store of secrets on ${name}`, () => {
    const [ada, ben] = [newUuid(), newUuid()];
    let opened: Awaited<ReturnType<typeof open>>;
    let store: SecretStore;
    beforeEach(async () => {
      opened = await open();
      ({ store } = opened);
    });
    afterEach(() => opened.destroy());
    const secret = (text: string, owner = ada, until: Instant | null = null) => ({ body: { text }, owner, until });

    it('keeps what it was given under its kind and id', async () => {
      expect(await store.insert('link', 'a', secret('one', ada, at('2026-01-01T00:00:00.000Z')))).toBe(true);
      expect(await store.get('link', 'a')).toEqual({
        ...{ id: 'a', version: 1, body: { text: 'one' }, owner: ada, until: '2026-01-01T00:00:00.000Z' },
      });
      expect(await store.get('session', 'a')).toBeUndefined();
    });

    it('writes no id twice', async () => {
      const tries = await Promise.all(['one', 'two', 'three'].map((text) => store.insert('link', 'a', secret(text))));
      expect(tries.filter(Boolean)).toHaveLength(1);
    });

    it('replaces a version once', async () => {
      await store.insert('credential', ada, secret('one'));
      const tries = await Promise.all(
        ['two', 'three'].map((text) => store.replace('credential', ada, 1, secret(text))),
      );
      expect(tries.filter(Boolean)).toHaveLength(1);
      expect(await store.get('credential', ada)).toMatchObject({ version: 2 });
      expect(await store.replace('credential', ada, 1, secret('late'))).toBe(false);
      expect(await store.replace('credential', ben, 1, secret('nobody'))).toBe(false);
    });

    it('tells one of several that it removed', async () => {
      await store.insert('link', 'a', secret('one'));
      const tries = await Promise.all([1, 2, 3].map(() => store.remove('link', 'a')));
      expect(tries.filter(Boolean)).toHaveLength(1);
      expect(await store.get('link', 'a')).toBeUndefined();
    });

    it('lists and removes those of an owner, but one', async () => {
      for (const id of ['a', 'b', 'c']) await store.insert('session', id, secret(id));
      await store.insert('session', 'd', secret('d', ben));
      expect((await store.ofOwner('session', ada)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
      await store.removeOf('session', ada, 'b');
      expect((await store.ofOwner('session', ada)).map(({ id }) => id)).toEqual(['b']);
      await store.removeOf('session', ada);
      expect(await store.ofOwner('session', ada)).toEqual([]);
      expect(await store.ofOwner('session', ben)).toHaveLength(1);
    });

    it('removes what has ended, and nothing else', async () => {
      await store.insert('link', 'old', secret('old', ada, at('2026-01-01T00:00:00.000Z')));
      await store.insert('link', 'new', secret('new', ada, at('2026-01-02T00:00:00.000Z')));
      await store.insert('link', 'endless', secret('endless'));
      await store.removeEnded(at('2026-01-01T00:00:00.000Z'));
      const left = await Promise.all(['old', 'new', 'endless'].map((id) => store.get('link', id)));
      expect(left.map((one) => one?.id)).toEqual([undefined, 'new', 'endless']);
    });
  });
}
