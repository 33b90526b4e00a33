import { Closing } from './closing';

describe('what was opened', () => {
  it('is closed in the other order, once, whatever fails, and the first failure is told', async () => {
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
