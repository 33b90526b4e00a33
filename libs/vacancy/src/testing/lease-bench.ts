import { LiveLeases } from '#allocation';
import { readWholeStream, type EventStore, type RecordedEvent, type StreamBatch } from '#event-store';
import type { Uuid } from '#kernel';
import { HouseholdClaims } from '../recording/household-claims';
import { readVacancy } from '../recording/read-vacancy';
import type { VacancyAct } from '../recording/vacancy-command';
import type { VacancyRecorder } from '../recording/vacancy-recorder';
import { RecordingBench, TODAY } from './recording-bench';
import { replacing } from './recording-givens';

/** Leases of vacancies on one store: what the suites of leases share. */
export class LeaseBench extends RecordingBench {
  private numbers = 0;

  readonly aNumber = (): string => `ATT-${(this.numbers += 1)}`;
  readonly lease = (number: string, on = TODAY): VacancyAct => ({ verb: 'lease', given: { number, on } });
  readonly leasesOn = (store: EventStore): LiveLeases => new LiveLeases(this.storesOn(store));
  readonly claims = (): HouseholdClaims => new HouseholdClaims(this.storesOn(this.store), this.leasesOn(this.store));
  readonly eventsOfLease = (allocation: Uuid): Promise<readonly RecordedEvent[]> =>
    readWholeStream(this.store, `allocation-${allocation}`);
  readonly typesOfLease = async (allocation: Uuid): Promise<readonly string[]> =>
    (await this.eventsOfLease(allocation)).map(({ type }) => type);
  readonly idOf = async (number: string): Promise<Uuid> => (await this.leasesOn(this.store).find(number))!;
  /** The household of the first candidate. */
  readonly householdOf = async (vacancy: Uuid): Promise<Uuid> =>
    (await readVacancy(this.storesOn(this.store), vacancy))!.vacancy.candidates[0]!.household;

  /** A recorder whose process is killed at the first append to such a stream; the append may still arrive. */
  cutAt(matches: (batch: StreamBatch) => boolean): { recorder: VacancyRecorder; late: readonly StreamBatch[] } {
    const late: StreamBatch[] = [];
    const store = replacing(this.store, async (batch, append) => {
      if (!matches(batch)) return append(batch);
      late.push(batch);
      throw new Error('the process was killed');
    });
    return { recorder: this.recorderOn(store), late };
  }
}

export const signs = ({ events }: StreamBatch): boolean => events.some(({ type }) => type === 'AllocationSigned');
