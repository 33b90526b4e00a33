import { CodedError } from '#kernel';
import { CallTimedOut, failureOf, isPassing } from './failures';

describe('a failure of EventStoreDB', () => {
  it.each<[string, object]>([
    ['a lost connection', { type: 'unavailable', code: 14 }],
    ['a call that the server gave up', { type: 'cancelled', code: 1 }],
    ['a change of leader', { type: 'not-leader', code: 5 }],
    ['an election', { type: 'unknown', code: 2 }],
    ['a reset stream', { type: 'unknown', code: 13 }],
    ['a write that timed out in the cluster', { type: 'timeout', code: 10 }],
    ['a missed deadline', { type: 'deadline-exceeded', code: 4 }],
    ['silence', new CallTimedOut()],
    ['no leader found', new Error('Failed to discover after 10 attempts.')],
  ])('may pass by itself: %s', (_name, error) => {
    expect(isPassing(error)).toBe(true);
    expect(failureOf(error, 'db:2113')).toMatchObject({ code: 'store-unreachable', cause: error });
  });

  it.each<[string, string, object]>([
    ['no right', 'store-access-denied', { type: 'access-denied', code: 7 }],
    ['a wrong password', 'store-access-denied', { type: 'access-denied', code: 16 }],
    ['a batch too large', 'batch-too-large', { type: 'maximum-append-size-exceeded', code: 3 }],
    ['an ended stream', 'store-refused', { type: 'stream-deleted', code: 9 }],
    ['an impossible position', 'store-refused', { type: 'unknown', code: 3, message: 'invalid position' }],
    ['a method that it does not have', 'store-refused', { type: 'unknown', code: 12 }],
    ['a refusal of our own', 'event-unreadable', new CodedError('event-unreadable', 'foreign')],
  ])('is for good: %s', (_name, code, error) => {
    expect(isPassing(error)).toBe(false);
    expect(failureOf(error, 'db:2113')).toMatchObject({ code });
  });
});
