import { Closing } from './closing';

describe('closing', () => {
  it('takes every step once, in reverse order, even after a failure, and throws the first failure', async () => {
    const steps: string[] = [];
    const closing = new Closing();
    closing.add(() => void steps.push('first'));
    closing.add(() => Promise.reject(new Error('second fails')));
    closing.add(async () => void steps.push('third'));
    await expect(closing.run()).rejects.toThrow('second fails');
    expect(steps).toEqual(['third', 'first']);
    await closing.run();
    expect(steps).toEqual(['third', 'first']);
  });
});
