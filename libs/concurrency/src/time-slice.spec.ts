import { TimeSlice } from './time-slice';

describe('a time slice', () => {
  it('is over after some milliseconds, and the next one begins after other work has run', async () => {
    let now = 1_000;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
    const slice = new TimeSlice();
    now += 4;
    expect(slice.isOver()).toBe(false);
    now += 1;
    expect(slice.isOver()).toBe(true);
    let othersRan = false;
    setImmediate(() => (othersRan = true));
    await slice.yield();
    expect(othersRan).toBe(true);
    expect(slice.isOver()).toBe(false);
    clock.mockRestore();
  });
});
