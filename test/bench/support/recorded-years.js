const { hash } = require('node:crypto');
const { days, DAYS, lease, noted, numbers, RESIDENCES, residenceCode, territory } = require('./history');

/** One in this number of events corrects an earlier lease. Some leases are corrected more than once. */
const CORRECTED = 30;
const YEARS = 10;
const OWNERS_A_YEAR = 5;

/**
 * Ten years as offices record them: first the territory, then for each year new notes, some residences whose owner
 * changed months ago, and leases day by day. Between them, earlier leases are corrected, cancelled and revised. Yields
 * batches for the store, with `events` events in all.
 */
function* recordedYears(events) {
  const revisions = new Map();
  const random = numbers(11);
  const draw = () => random.next().value;
  let count = 0;
  let leases = 0;
  const batch = (event) => {
    count += 1;
    return batchOf(event, revisions, count);
  };
  for (const event of territory()) yield batch(event);
  for (let year = 0; year < YEARS; year += 1) {
    const end = Math.floor((events * (year + 1)) / YEARS);
    const [first, last] = [Math.floor((year * DAYS) / YEARS), Math.floor(((year + 1) * DAYS) / YEARS)];
    if (year > 0) for (const event of newYear(year, first)) yield batch(event);
    const begun = count;
    const leasesBefore = leases;
    while (count < end) {
      const on = days[first + Math.floor(((count - begun) * (last - first)) / (end - begun))];
      if (draw() % CORRECTED === 0 && leases > 0) {
        // A correction concerns a lease of about the last year.
        const back = 1 + (draw() % Math.max(1, Math.min(leases, leases - leasesBefore + 1_000)));
        yield batch(correction(leases - back, draw));
      } else {
        yield batch(lease(leases, on));
        leases += 1;
      }
    }
  }
}

/** The events at the beginning of a year: notes of all residences, and changes of owners in the year before. */
function* newYear(year, first) {
  for (let at = 0; at < RESIDENCES; at += 1) yield noted(at, days[first + 14], ((at + year) % 5) + 1);
  for (let at = 0; at < OWNERS_A_YEAR; at += 1) {
    const code = residenceCode((year * 31 + at * 7) % RESIDENCES);
    const from = days[first - 120];
    const data = { residence: code, from, landlord: `L-${(year + at) % 20}` };
    yield { stream: `residence-ownership-${code}@${from}`, type: 'OwnershipChanged', data };
  }
}

/**
 * Corrects the first facts of a lease, as if it had never been corrected. The content matters little; the place in the
 * history matters.
 */
function correction(at, draw) {
  const { stream, data } = lease(at, days[0]);
  const kind = draw() % 6;
  if (kind === 0)
    return { stream, type: 'AllocationCancelled', data: { changes: { cancelled: { from: false, to: true } } } };
  if (kind < 3)
    return { stream, type: 'QuartileRevised', data: { from: data.quartile, to: 1 + (draw() % 4), threshold: 2020 } };
  const changes = {
    financing: { from: 'PLUS', to: draw() % 2 === 0 ? 'PLAI' : 'PLS' },
    priority: { from: data.priority, to: draw() % 2 === 0 },
  };
  return { stream, type: 'AllocationCorrected', data: { changes } };
}

function batchOf({ stream, type, data }, revisions, count) {
  const isLease = stream.startsWith('allocation-');
  const known = revisions.get(stream);
  const expected = type === 'AllocationSigned' || !isLease ? 'none' : (known ?? 0);
  if (expected !== 'none') revisions.set(stream, expected + 1);
  const id = uuidOf(count);
  const people = isLease && type !== 'QuartileRevised' ? { household: id, box: BOX } : undefined;
  const metadata = {
    effectiveDay: data.signedOn,
    actor: 'administrator',
    role: 'administrator',
    correlationId: uuidOf(0),
    causationId: uuidOf(0),
    rowDigest: hash('sha256', String(count), 'base64'),
  };
  return { stream, expected, events: [{ id, type, schemaVersion: 1, data, people, metadata }] };
}

/** A box with the size of an allocation's sealed facts. */
const BOX = 'b'.repeat(480);

function uuidOf(count) {
  const hex = hash('sha1', String(count), 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

module.exports = { recordedYears };
