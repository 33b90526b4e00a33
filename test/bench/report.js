const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { INSTALLATION_ADMINISTRATOR } = require('../../dist/libs/access/src/index.js');
const { complianceProjection, ComplianceReports, FIGURE_CODES } = require('../../dist/libs/compliance/src/index.js');
const { openSqliteEventStore } = require('../../dist/libs/event-store/src/index.js');
const { UPCASTERS } = require('../../dist/libs/product/src/index.js');
const { addDays, systemClock } = require('../../dist/libs/kernel/src/index.js');
const { ProjectionRunner } = require('../../dist/libs/processing/src/index.js');
const { limitFigure } = require('./measure.js');
const { openSqliteReadStore } = require('../../dist/libs/read-store/src/index.js');

const ALLOCATIONS = 1_000_000;
const RESIDENCES = 300;
const FIRST_DAY = '2014-01-01';
const DAYS = 3_652;
const REPORTS = 150;
const LIMITS = { epci: 10, residence: 60 };
const QUARTILES = [1, 1, 2, 3, 4, '2-4', null];

/** Pseudo-random numbers, the same in every run. */
function* numbers(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

function entities() {
  const events = [];
  const declare = (prefix, type, data) => events.push({ stream: `${prefix}-${data.code}`, type, data });
  for (let at = 0; at < 12; at += 1)
    declare('commune', 'CommuneDeclared', { code: `786${at + 10}`, name: `Commune ${at}`, sruDeficit: false });
  for (let at = 0; at < 15; at += 1)
    declare('district', 'PriorityDistrictDeclared', {
      code: `QN0786${at + 10}`,
      name: `Quartier ${at}`,
      commune: `786${(at % 12) + 10}`,
      firstDay: at % 3 === 0 ? '2024-01-01' : '2015-01-01',
      lastDay: at % 3 === 1 ? '2023-12-31' : null,
    });
  for (let at = 0; at < 20; at += 1)
    declare('landlord', 'LandlordDeclared', { code: `L-${at}`, name: `Bailleur ${at}` });
  const contingents = ['etat', 'etat_fonctionnaires', 'commune', 'epci', 'action_logement', 'bailleur'];
  for (let at = 0; at < 25; at += 1)
    declare('holder', 'ReservationHolderDeclared', {
      code: `H-${at}`,
      name: `Réservataire ${at}`,
      contingent: contingents[at % 6],
      commune: null,
    });
  for (let at = 0; at < RESIDENCES; at += 1) events.push(...residence(at));
  return events;
}

function residence(at) {
  const code = `R-${String(at).padStart(4, '0')}`;
  const facts = {
    code,
    name: `Résidence ${at}`,
    commune: `786${(at % 12) + 10}`,
    landlord: `L-${at % 20}`,
    dwellings: 80,
  };
  const blank = { openedOn: null, agreementOn: null, latitude: null, longitude: null };
  const districts = at % 3 === 0 ? [`QN0786${(at % 15) + 10}`, `QN0786${((at + 1) % 15) + 10}`] : [];
  const note = (from, commune) => ({
    residence: code,
    from,
    statistical: null,
    commune,
    landlord: null,
    final: null,
    consensus: null,
  });
  return [
    { stream: `residence-${code}`, type: 'ResidenceDeclared', data: { ...facts, ...blank, districts } },
    { stream: `fragility-note-${code}@2016-01-01`, type: 'FragilityNoted', data: note('2016-01-01', (at % 5) + 1) },
    {
      stream: `fragility-note-${code}@2021-01-01`,
      type: 'FragilityNoted',
      data: note('2021-01-01', ((at + 2) % 5) + 1),
    },
  ];
}

/** As many objectives as in a convention of two hundred pages. Some of them change each year. */
function conventionEvents() {
  const objective = (code, figure, kind, ids, operator, percent) => ({
    ...{ code, name: code, figure, scope: { kind, ids }, actor: null, operator },
    ...{ value: { numerator: percent, denominator: 100 }, period: 'year', origin: 'local', source: 'page 1' },
    ...{ firstDay: FIRST_DAY, lastDay: null },
  });
  const objectives = [
    ...FIGURE_CODES.map((figure) => objective(`EPCI-${figure}`, figure, 'epci', null, 'min', 25)),
    ...FIGURE_CODES.map((figure) => objective(`RES-${figure}`, figure, 'residence', null, 'max', 50)),
    ...Array.from({ length: 20 }, (_, at) => objective(`L-${at}`, 'Q1', 'bailleur', [`L-${at}`], 'equal', at)),
  ];
  const rest = { sectors: [], publics: [], essentialOccupations: [], priorityCategories: [], fragilityScale: null };
  const territory = { siren: '200058782', name: 'Territoire', timeZone: 'Europe/Paris', communes: null };
  const agreement = { code: 'CIA', name: 'CIA', adoptedOn: FIRST_DAY, firstDay: FIRST_DAY, lastDay: '2030-12-31' };
  const adopted = { territory, agreement, objectives, ...rest, delays: {}, retention: {} };
  const amendments = Array.from({ length: 10 }, (_, at) => ({
    ...{ code: `AV-${at}`, name: 'Avenant', adoptedOn: FIRST_DAY, effectiveOn: `${2014 + at}-06-15`, territory: {} },
    ...{ lastDay: null, objectives: objectives.slice(0, 10 + at), withdrawnObjectives: [], ...rest },
    ...{ delays: {}, retention: {} },
  }));
  return [
    { stream: 'convention', type: 'ConventionAdopted', data: adopted },
    ...amendments.map((data) => ({ stream: 'convention', type: 'ConventionAmended', data })),
  ];
}

function lease(at, on, random) {
  const draw = () => random.next().value;
  return {
    stream: `allocation-${uuid(draw, at)}`,
    type: 'AllocationSigned',
    data: {
      household: uuid(draw, at),
      signedOn: on,
      commissionOn: on,
      residence: `R-${String(draw() % RESIDENCES).padStart(4, '0')}`,
      dwellingType: `T${(draw() % 5) + 1}`,
      financing: 'PLUS',
      firstLetting: draw() % 20 === 0,
      cancelled: draw() % 100 === 0,
      holder: `H-${draw() % 25}`,
      transfer: draw() % 3 === 0,
      quartile: QUARTILES[draw() % QUARTILES.length],
      priority: draw() % 4 === 0,
      homeWork: draw() % 5 === 0,
      essentialWorker: draw() % 6 === 0,
      rehoused: draw() % 15 === 0,
      composition: 'couple',
    },
  };
}

function uuid(draw, at) {
  const hex = (draw().toString(16) + draw().toString(16) + at.toString(16)).padEnd(20, '0').slice(0, 20);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${at.toString(16).padStart(12, '0')}`;
}

/**
 * A history that is generated while it is read, so that only one page is in memory: leases in the order of their days.
 * Streams are read from a real store.
 */
function generatedHistory(store) {
  const first = entities();
  const days = Array.from({ length: DAYS }, (_, at) => addDays(FIRST_DAY, at));
  const count = first.length + ALLOCATIONS;
  const random = numbers(20_240_101);
  const positionOf = (at) => String(at + 1).padStart(16, '0');
  const recorded = (at, event) => ({
    ...event,
    id: positionOf(at),
    schemaVersion: 1,
    revision: 0,
    position: positionOf(at),
    metadata: {
      recordedAt: '2026-01-01T00:00:00.000Z',
      actor: 'bench',
      role: 'system',
      correlationId: '',
      causationId: '',
    },
  });
  const eventAt = (at) => {
    const order = at - first.length;
    return recorded(at, order < 0 ? first[at] : lease(order, days[Math.floor((order * DAYS) / ALLOCATIONS)], random));
  };
  const convention = conventionEvents().map((event, at) => recorded(first.length + at, event));
  const head = { position: positionOf(count - 1), recordedAt: '2026-01-01T00:00:00.000Z' };
  return {
    storeId: 'bench',
    count,
    days,
    head: async () => head,
    readStream: async (stream, options) =>
      stream === 'convention' ? convention.slice(options.from ?? 0) : store.readStream(stream, options),
    readAll: async ({ from = '', maxCount }) => {
      const start = from === '' ? 0 : Number(from);
      return Array.from({ length: Math.min(maxCount, count - start) }, (_, at) => eventAt(start + at));
    },
  };
}

function p99(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)];
}

/** Times reports of twelve months from a random day: most begin and end within a month. */
async function timesOf(reports, history, scope, random) {
  const times = [];
  for (let at = 0; at < REPORTS; at += 1) {
    const from = history.days[random.next().value % (DAYS - 366)];
    const to = addDays(`${Number(from.slice(0, 4)) + 1}${from.slice(4).replace('02-29', '02-28')}`, -1);
    const start = performance.now();
    const report = await reports.report({ from, to, scope }, INSTALLATION_ADMINISTRATOR);
    times.push(performance.now() - start);
    if (report.refused || report.figures[0].denominator === 0) throw new Error('the report is empty');
  }
  return times;
}

/** Measures reports of twelve months, in process, with a million recorded allocations of ten years. */
async function run({ rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-bench-'));
  const events = openSqliteEventStore({ folder, clock: systemClock, upcasters: UPCASTERS, mode: 'writer' });
  const history = generatedHistory(events);
  const readStore = openSqliteReadStore({ folder, mode: 'writer' });
  try {
    const start = performance.now();
    await new ProjectionRunner({
      projection: complianceProjection,
      eventStore: history,
      readStore,
      clock: systemClock,
    }).catchUp();
    const rate = Math.round((history.count * 1_000) / (performance.now() - start));
    console.error(`  ${history.count} events applied, ${rate} a second`);
    const reports = new ComplianceReports({ events: history, readStore });
    const random = numbers(7);
    const figures = [];
    for (const [scope, limit] of Object.entries(LIMITS)) {
      await timesOf(reports, history, scope, random);
      const tails = [];
      for (let round = 0; round < rounds; round += 1) tails.push(p99(await timesOf(reports, history, scope, random)));
      figures.push(limitFigure({ name: `report of 12 months by ${scope}, p99`, unit: 'ms', limit }, tails));
    }
    return figures;
  } finally {
    await readStore.close();
    await events.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { run };
