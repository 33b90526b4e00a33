import type { EventStore, RecordedEvent } from '#event-store';
import { newUuid, type Uuid } from '#kernel';
import { vacancyStreamsOf, type VacancyStreams } from './kept-streams';

/** A store on a server: it holds what was recorded, and each reading of a stream waits until it is let through. */
function aServer() {
  const recorded: RecordedEvent[] = [];
  const waiting: (() => void)[] = [];
  let reads = 0;
  const store = {
    readStream: async (stream: string, { from = 0 }: { from?: number }) => {
      reads += 1;
      const found = recorded.filter((event) => event.stream === stream && event.revision >= from);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return found;
    },
  } as unknown as EventStore;
  return { store, recorded, reads: () => reads, letThrough: () => waiting.splice(0).forEach((resolve) => resolve()) };
}

const eventsOf = async (streams: VacancyStreams, id: Uuid) => (await streams.of(id)).events;

const anEvent = (vacancy: Uuid, revision: number) =>
  ({
    stream: `vacancy-${vacancy as unknown as string}`,
    revision,
    type: 'VacancyAbandoned',
    data: {},
  }) as unknown as RecordedEvent;

describe('the streams of vacancies on a server', () => {
  const [vacancy] = [newUuid()];
  const events = [0, 1, 2].map((revision) => anEvent(vacancy, revision));

  it('are read once, and then followed', async () => {
    const server = aServer();
    const streams = vacancyStreamsOf(server.store);
    server.recorded.push(events[0]!);
    const first = eventsOf(streams, vacancy);
    server.letThrough();
    expect(await first).toEqual([events[0]]);
    streams.apply(events[1]!);
    streams.apply(events[1]!);
    expect(await eventsOf(streams, vacancy)).toEqual(events.slice(0, 2));
    expect(server.reads()).toBe(1);
  });

  it('are not read where they began since', async () => {
    const server = aServer();
    const streams = vacancyStreamsOf(server.store);
    for (const event of events) streams.apply(event);
    expect(await eventsOf(streams, vacancy)).toEqual(events);
    expect(server.reads()).toBe(0);
  });

  it('lose no event that comes while they are read', async () => {
    const server = aServer();
    const streams = vacancyStreamsOf(server.store);
    server.recorded.push(events[0]!, events[1]!);
    const reading = Promise.all([eventsOf(streams, vacancy), eventsOf(streams, vacancy)]);
    streams.apply(events[1]!);
    streams.apply(events[2]!);
    server.letThrough();
    expect(await reading).toEqual([events, events]);
    expect(server.reads()).toBe(1);
  });

  it('are read again where there was none, or where the reading failed', async () => {
    const server = aServer();
    const streams = vacancyStreamsOf(server.store);
    const nothing = eventsOf(streams, vacancy);
    server.letThrough();
    expect(await nothing).toEqual([]);
    server.recorded.push(events[0]!);
    const found = eventsOf(streams, vacancy);
    server.letThrough();
    expect(await found).toEqual([events[0]]);
    const readStream = server.store.readStream;
    server.store.readStream = () => Promise.reject(new Error('no answer'));
    const other = newUuid();
    await expect(eventsOf(streams, other)).rejects.toThrow('no answer');
    server.store.readStream = readStream;
    server.recorded.push(anEvent(other, 0));
    const again = eventsOf(streams, other);
    server.letThrough();
    expect(await again).toHaveLength(1);
  });
});
