import type { RecordedEvent } from '#event-store';
import { CodedError, newUuid } from '#kernel';
import type { Vault } from '#people';
import { Boxes } from './boxes';

const [ours, theirs] = [newUuid(), newUuid()];
const event = (household?: typeof ours) =>
  ({ id: newUuid(), ...(household && { people: { household, box: 'c2VhbGVk' } }) }) as RecordedEvent;
const vault = (open: Vault['open']) => ({ open }) as Vault;
const opens = vault((<Facts>() => ({ allocationNumber: 'A1' }) as Facts) as Vault['open']);

describe('the boxes of a dossier', () => {
  it('are opened where they may be', () => {
    expect(new Boxes(opens, undefined).open(event(ours))).toEqual({
      state: 'shown',
      facts: { allocationNumber: 'A1' },
    });
    expect(new Boxes(opens, ours).open(event(ours)).state).toBe('shown');
  });

  it('stay closed where nothing is shown, or where they are another household’s', () => {
    expect(new Boxes(undefined, undefined).open(event(ours))).toEqual({ state: 'hidden' });
    expect(new Boxes(opens, ours).open(event(theirs))).toEqual({ state: 'hidden' });
  });

  it('are none where the event seals nothing', () => {
    for (const boxes of [new Boxes(opens, undefined), new Boxes(undefined, ours)])
      expect(boxes.open(event())).toEqual({ state: 'none' });
  });

  it('say that the household was erased', () => {
    expect(new Boxes(vault((() => undefined) as Vault['open']), ours).open(event(ours))).toEqual({ state: 'erased' });
  });

  it('say that they were altered, and let any other error be known', () => {
    const failing = (error: Error) =>
      new Boxes(
        vault((() => {
          throw error;
        }) as Vault['open']),
        ours,
      );
    expect(failing(new CodedError('box-altered', '…')).open(event(ours))).toEqual({ state: 'altered' });
    expect(() => failing(new Error('disk')).open(event(ours))).toThrow('disk');
  });
});
