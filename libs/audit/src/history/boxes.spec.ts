import type { RecordedEvent } from '#event-store';
import { CodedError, newUuid } from '#kernel';
import type { KeyRing } from '#people';
import { Boxes } from './boxes';

const [ours, theirs] = [newUuid(), newUuid()];
const event = (household?: typeof ours) =>
  ({ id: newUuid(), ...(household && { people: { household, box: 'c2VhbGVk' } }) }) as RecordedEvent;
const keys = (open: KeyRing['open']) => ({ open }) as KeyRing;
const opens = keys((<Facts>() => ({ allocationNumber: 'A1' }) as Facts) as KeyRing['open']);

describe('the boxes of a dossier', () => {
  it('are opened with the keys', () => {
    expect(new Boxes(opens, undefined).open(event(ours))).toEqual({
      state: 'shown',
      facts: { allocationNumber: 'A1' },
    });
    expect(new Boxes(opens, ours).open(event(ours)).state).toBe('shown');
  });

  it('stay closed where no names are shown, or where they belong to another household', () => {
    expect(new Boxes(undefined, undefined).open(event(ours))).toEqual({ state: 'hidden' });
    expect(new Boxes(opens, ours).open(event(theirs))).toEqual({ state: 'hidden' });
  });

  it('do not exist where the event seals nothing', () => {
    for (const boxes of [new Boxes(opens, undefined), new Boxes(undefined, ours)])
      expect(boxes.open(event())).toEqual({ state: 'none' });
  });

  it('give the state `erased` where the household was erased', () => {
    expect(new Boxes(keys((() => undefined) as KeyRing['open']), ours).open(event(ours))).toEqual({ state: 'erased' });
  });

  it('give the state `altered` where a box was altered, and throw any other error', () => {
    const failing = (error: Error) =>
      new Boxes(
        keys((() => {
          throw error;
        }) as KeyRing['open']),
        ours,
      );
    expect(failing(new CodedError('box-altered', '…')).open(event(ours))).toEqual({ state: 'altered' });
    expect(() => failing(new Error('disk')).open(event(ours))).toThrow('disk');
  });
});
