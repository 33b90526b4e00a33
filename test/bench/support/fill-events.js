const { NO_UPCASTERS, openSqliteEventStore } = require('../../../dist/libs/event-store/src/index.js');
const { systemClock } = require('../../../dist/libs/kernel/src/index.js');
const { recordedYears } = require('./recorded-years');

const BATCHES_PER_TRANSACTION = 50_000;

/** Records ten years with a given number of events in a new folder, some tens of thousands in one transaction. */
async function fillEvents(folder, events) {
  const store = openSqliteEventStore({
    folder,
    mode: 'writer',
    clock: systemClock,
    upcasters: NO_UPCASTERS,
    synchronous: 'normal',
  });
  try {
    const batches = recordedYears(events);
    for (let written = -1; written !== 0;) {
      const appended = await store.appendAtomically(taken(batches, BATCHES_PER_TRANSACTION));
      written = appended.events;
    }
  } finally {
    await store.close();
  }
}

/** Takes the next items of an iterator and leaves it open. */
function* taken(iterator, count) {
  for (let at = 0; at < count; at += 1) {
    const { value, done } = iterator.next();
    if (done) return;
    yield value;
  }
}

module.exports = { fillEvents };

if (require.main === module) fillEvents(process.argv[2], Number(process.argv[3]));
