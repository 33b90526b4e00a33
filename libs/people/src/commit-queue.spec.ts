import { isCodedError } from '#kernel';
import { CommitQueue } from './key-vault';
import type { Additions, KeysStore } from './keys-store';

const additions = (): Additions => ({ wrappedKeys: () => [], numbers: new Map(), claims: [] });

describe('CommitQueue', () => {
  const groups: number[] = [];
  let refused: (index: number) => boolean = () => false;
  let failure: Error | undefined;
  const store = {
    add: async (sessions: readonly Additions[]) => {
      groups.push(sessions.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (failure) throw failure;
      return sessions.map((_, index) => !refused(index));
    },
  } as Partial<KeysStore> as KeysStore;
  beforeEach(() => {
    groups.length = 0;
    refused = () => false;
    failure = undefined;
  });

  it('writes commits made at the same time in one group, and later ones in the next group', async () => {
    const queue = new CommitQueue(store);
    const first = Array.from({ length: 64 }, () => queue.add(additions()));
    while (groups.length === 0) await new Promise((resolve) => setImmediate(resolve));
    const second = Array.from({ length: 64 }, () => queue.add(additions()));
    await Promise.all([...first, ...second]);
    expect(groups).toEqual([64, 64]);
    await queue.add(additions());
    expect(groups).toEqual([64, 64, 1]);
  });

  it('refuses only the session in conflict', async () => {
    refused = (index) => index === 1;
    const queue = new CommitQueue(store);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => queue.add(additions())));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(isCodedError((outcomes[1] as PromiseRejectedResult).reason, 'vault-conflict')).toBe(true);
  });

  it('rejects the whole group after a failed write, and accepts further commits', async () => {
    const queue = new CommitQueue(store);
    failure = new Error('disk full');
    const outcomes = await Promise.allSettled([queue.add(additions()), queue.add(additions())]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    failure = undefined;
    await queue.add(additions());
    await queue.idle();
  });
});
