const { addDays } = require('../../../dist/libs/kernel/src/index.js');

const FIRST_DAY = '2014-01-01';
const DAYS = 3_652;
const RESIDENCES = 300;
const QUARTILES = [1, 1, 2, 3, 4, '2-4', null];
const CONTINGENTS = ['etat', 'etat_fonctionnaires', 'commune', 'epci', 'action_logement', 'bailleur'];

/** The days of ten years. */
const days = Array.from({ length: DAYS }, (_, at) => addDays(FIRST_DAY, at));

/** Pseudo-random numbers, the same in every run. */
function* numbers(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

/**
 * The events of a territory, without the fields that the store adds: 12 communes, 15 QPV, 20 landlords, 25 holders, 300
 * residences with two notes each.
 */
function territory() {
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
  for (let at = 0; at < 25; at += 1)
    declare('holder', 'ReservationHolderDeclared', {
      code: `H-${at}`,
      name: `Réservataire ${at}`,
      contingent: CONTINGENTS[at % 6],
      commune: null,
    });
  for (let at = 0; at < RESIDENCES; at += 1)
    events.push(residence(at), noted(at, '2016-01-01', (at % 5) + 1), noted(at, '2021-01-01', ((at + 2) % 5) + 1));
  return events;
}

function residenceCode(at) {
  return `R-${String(at).padStart(4, '0')}`;
}

function residence(at) {
  const code = residenceCode(at);
  const facts = { code, name: `Résidence ${at}`, commune: `786${(at % 12) + 10}`, landlord: `L-${at % 20}` };
  const blank = { openedOn: null, agreementOn: null, latitude: null, longitude: null };
  const districts = at % 3 === 0 ? [`QN0786${(at % 15) + 10}`, `QN0786${((at + 1) % 15) + 10}`] : [];
  return {
    stream: `residence-${code}`,
    type: 'ResidenceDeclared',
    data: { ...facts, dwellings: 80, ...blank, districts },
  };
}

function noted(at, from, commune) {
  const code = residenceCode(at);
  const blank = { statistical: null, landlord: null, final: null, consensus: null };
  return {
    stream: `fragility-note-${code}@${from}`,
    type: 'FragilityNoted',
    data: { residence: code, from, commune, ...blank },
  };
}

/** The lease with that number, the same at every call. */
function lease(at, on) {
  const random = numbers(20_240_101 + at);
  const draw = () => random.next().value;
  return {
    stream: `allocation-${timeOrderedId(at, draw)}`,
    type: 'AllocationSigned',
    data: {
      household: timeOrderedId(at, draw),
      signedOn: on,
      commissionOn: on,
      residence: residenceCode(draw() % RESIDENCES),
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

/** Ids as the product makes them: the time, then random digits. Some ten ids share a millisecond. */
function timeOrderedId(at, draw) {
  const time = (1_600_000_000_000 + Math.floor(at / 10)).toString(16).padStart(12, '0');
  const chance = (draw().toString(16) + draw().toString(16) + draw().toString(16)).padEnd(18, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-8${chance.slice(3, 6)}-${chance.slice(6, 18)}`;
}

module.exports = { DAYS, RESIDENCES, days, lease, noted, numbers, residenceCode, territory };
