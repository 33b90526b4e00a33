import type { DemoStage } from '#demo';
import { instantOf } from '#kernel';
import { pendingStages } from './load-demo';

const [began, first, second] = ['2017-01-02', '2017-03-31', '2017-06-30'].map((day) =>
  instantOf(Date.parse(`${day}T17:00:00Z`)),
) as [DemoStage['recordedAt'], DemoStage['recordedAt'], DemoStage['recordedAt']];
const stages: readonly DemoStage[] = [first, second].map((recordedAt) => ({ recordedAt, files: new Map() }));

describe('the stages that are left to load', () => {
  const left = (progress: Parameters<typeof pendingStages>[1]) =>
    pendingStages(stages, progress).map(({ recordedAt }) => recordedAt);

  it('are all in a new history, and after its first event alone', () => {
    expect(left(undefined)).toEqual([first, second]);
    expect(left({ began, until: began, isCut: false })).toEqual([first, second]);
  });

  it('are those after the last one that is recorded', () => {
    expect(left({ began, until: first, isCut: false })).toEqual([second]);
    expect(left({ began, until: second, isCut: false })).toEqual([]);
  });

  it('begin with the one that was cut off while it was written', () => {
    expect(left({ began, until: first, isCut: true })).toEqual([first, second]);
    expect(left({ began, until: second, isCut: true })).toEqual([second]);
  });
});
