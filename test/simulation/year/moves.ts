import { setTimeout as wait } from 'node:timers/promises';
import { latest, plus } from '../calendar';
import type { Entry } from '../world/desk';
import { COMMUNES, HOLDERS, type Holder } from '../world/territory';
import {
  allocateForState,
  beforeCommission,
  correctFacts,
  designate,
  endApplication,
  giveBack,
  renounce,
  withdraw,
} from './candidates';
import { correctCommission, decide } from './commissions';
import type { Dossier } from './dossier';
import { leaseFromFile, signedRow } from './files';
import type { ShownCandidate, ShownVacancy } from './shown';

/* What officers do in the ordinary course of a vacancy, by its status. Each move is right as far as its officer knows. */

type Move = (dossier: Dossier, shown: ShownVacancy) => Promise<unknown>;

const MOVES: Readonly<Record<string, readonly (readonly [weight: number, move: Move])[]>> = {
  declared: [
    [90, orient],
    [4, allocateForState],
    [3, close],
    [3, reopenedDwelling],
  ],
  returned: [
    [60, takeTheTurn],
    [36, orient],
    [4, close],
  ],
  oriented: [
    [84, designate],
    [6, giveBack],
    [5, orientAgain],
    [5, allocateForState],
    [3, correctCommission],
    [2, close],
  ],
  designated: [
    [34, designate],
    [10, beforeCommission],
    [10, correctFacts],
    [4, withdraw],
    [2, giveBack],
    [3, endApplication],
    [37, decide],
  ],
  decided: [
    [70, offer],
    [10, correctCommission],
    [4, correctFacts],
    [4, withdraw],
    [8, notify],
    [2, close],
    [2, leaseFromFile],
  ],
  offered: [
    [56, accept],
    [20, decline],
    [18, keepSilent],
    [4, correctOffer],
    [2, endApplication],
  ],
  accepted: [
    [80, sign],
    [7, giveUp],
    [7, leaseFromFile],
    [3, correctOffer],
    [3, correctFacts],
  ],
};

export async function move(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const { random } = dossier;
  await random.weighted(MOVES[shown.status]!)(dossier, shown);
  if (random.chance(0.15)) await notify(dossier, shown);
  if (random.chance(0.01)) await renounce(dossier);
}

const first = (shown: ShownVacancy, ...statuses: readonly string[]): ShownCandidate | undefined =>
  shown.candidates.find(({ status }) => statuses.includes(status));

function holderFor(dossier: Dossier): Holder {
  const { residence, random } = dossier;
  const stock = dossier.town.named.size > 0 && dossier.declaration.body['premiere_mise_en_location'] === 'O';
  const reference = dossier.declaration.body['reference_logement'];
  const named = stock && [...dossier.town.named.values()].find((one) => one.reference === reference);
  if (named) return HOLDERS.find(({ code }) => code === named.holder)!;
  const possible = HOLDERS.filter(
    ({ code, contingent, commune }) =>
      (commune === null || commune === residence.commune) &&
      (contingent !== 'bailleur' || code === `H-OWN-${residence.landlord.slice(-1)}`),
  );
  return random.pick(possible);
}

function orient(dossier: Dossier): Promise<Entry> {
  const { random } = dossier;
  const { code, contingent } = holderFor(dossier);
  return dossier.act(dossier.landlord, 'orientation', {
    code_reservataire: code,
    ...(random.chance(0.5) && { date_limite: plus(dossier.town.today, random.between(0, 30)) }),
    ...(contingent === 'bailleur' && random.chance(0.3) && { hors_flux: 'mutation_interne' }),
    ...(contingent === 'epci' && random.chance(0.6) && { delegue_a: random.pick(COMMUNES) }),
  });
}

function orientAgain(dossier: Dossier, { orientation }: ShownVacancy): Promise<Entry> {
  const { random } = dossier;
  const isError = random.chance(0.5);
  const holder = isError ? holderFor(dossier).code : orientation!.holder;
  const motif = isError ? 'erreur' : 'nouveau_delai';
  return dossier.act(dossier.landlord, 'orientation', { code_reservataire: holder, motif });
}

function takeTheTurn(dossier: Dossier, { orientation }: ShownVacancy): Promise<Entry> {
  const turn = { code_reservataire: orientation!.holder, pour_un_tour: 'O' };
  return dossier.act(dossier.landlord, 'orientation', turn);
}

/** The first rank still in the running gets the offer, once its document has come or its delay is over. */
async function offer(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const { random } = dossier;
  const ranked = shown.candidates.filter(({ status }) => status === 'allocated').sort((a, b) => a.rank! - b.rank!);
  const [next] = ranked;
  if (!next) return;
  const { candidate, documentDue } = next;
  if (documentDue !== null) {
    if (random.chance(0.3)) return void (dossier.day = latest(dossier.day, plus(documentDue, 1)));
    // In time for the document, whenever it is recorded.
    const date = next.decidedOn! > documentDue ? documentDue : plus(next.decidedOn!, random.below(3));
    await dossier.actFor(dossier.landlord, candidate, 'condition', { date: date > documentDue ? documentDue : date });
  }
  const delai = random.chance(0.3) ? { delai_jours: random.between(10, 20) } : {};
  await dossier.actFor(dossier.landlord, candidate, 'offer', { date_notification: dossier.later(2, 6), ...delai });
}

/** A day on which the household may answer. */
export function dayToAnswer({ random, day }: Dossier, { lastDay }: ShownCandidate): string {
  return random.chance(0.2) ? lastDay! : latest(plus(lastDay!, -random.between(0, 9)), day);
}

async function accept(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const offered = first(shown, 'offered')!;
  const date = dayToAnswer(dossier, offered);
  const { done } = await dossier.actFor(dossier.landlord, offered.candidate, 'acceptance', { date });
  if (done) dossier.day = date;
}

async function decline(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const offered = first(shown, 'offered')!;
  const date = dayToAnswer(dossier, offered);
  const motif = dossier.random.pick(['loyer', 'localisation', 'taille']);
  const { done } = await dossier.actFor(dossier.landlord, offered.candidate, 'refusal', { date, motif });
  if (done) dossier.day = date;
}

/** Nobody answers: the timer acts. An answer in time that is typed afterwards still counts. */
async function keepSilent(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const { candidate, lastDay } = first(shown, 'offered')!;
  for (let looks = 0; looks < 100; looks += 1) {
    const now = await dossier.look();
    if (now.candidates.find((one) => one.candidate === candidate)?.status !== 'offered') break;
    await wait(20);
  }
  if (dossier.random.chance(0.3))
    await dossier.actFor(dossier.landlord, candidate, 'acceptance', { date: latest(lastDay, dossier.day) });
  dossier.day = latest(dossier.day, plus(lastDay!, 1));
}

async function correctOffer(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const answered = first(shown, 'accepted', 'offered', 'declined');
  if (answered) await dossier.actFor(dossier.landlord, answered.candidate, 'offer/correction', { motif: 'erreur' });
}

async function giveUp(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const { candidate } = first(shown, 'accepted')!;
  const body = { date: dossier.later(1, 4), motif: 'autre_logement' };
  await dossier.actFor(dossier.landlord, candidate, 'refusal', body);
}

async function sign(dossier: Dossier): Promise<void> {
  const body = { numero_attribution: dossier.town.leaseNumber(), date_bail: dossier.later(1, 8) };
  await dossier.act(dossier.landlord, 'lease', body);
}

export async function notify(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const refused = first(shown, 'notAllocated', 'inadmissible');
  if (!refused) return;
  const date = latest(refused.decidedOn, dossier.day);
  await dossier.actFor(dossier.landlord, refused.candidate, 'notice', { date });
}

export function close(dossier: Dossier): Promise<Entry> {
  return dossier.act(dossier.landlord, 'closing', {
    date: dossier.day,
    motif: dossier.random.pick(['travaux', 'vente']),
  });
}

/** The dwelling is closed by error, and declared free again. */
async function reopenedDwelling(dossier: Dossier): Promise<void> {
  await dossier.act(dossier.landlord, 'closing', { date: dossier.day, motif: 'erreur' });
  const { town, declaration } = dossier;
  const again = await town.desk.command(dossier.landlord, 'declaration', '/vacancies', declaration.body);
  if (again.done) dossier.id = again.answer.vacancy!;
}

/** What happens to a lease once it is signed: corrected, or cancelled live or by a file. */
export async function afterLease(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const { town, random } = dossier;
  for (const one of shown.candidates.filter(({ status }) => ['notAllocated', 'inadmissible'].includes(status)))
    if (random.chance(0.5)) await notify(dossier, { ...shown, candidates: [one] });
  if (random.chance(0.1)) {
    const changes = random.pick([
      { ressources_annuelles: '18000' },
      { typologie: 'T3' },
      { numero_attribution: town.leaseNumber() },
    ]);
    await dossier.act(dossier.landlord, 'lease/correction', { ...changes, motif: 'erreur' });
  }
  if (!random.chance(0.12)) return;
  const signed = random.chance(0.3) ? signedRow(dossier, shown) : undefined;
  if (signed) await town.desk.import(town.officer('agent_epci'), { 'attributions.csv': [{ ...signed, annulee: 'O' }] });
  else await dossier.act(dossier.landlord, 'lease/cancellation', { date: dossier.later(1, 5), motif: 'renonciation' });
  if (random.chance(0.5))
    await town.desk.command(dossier.landlord, 'declaration', '/vacancies', dossier.declaration.body);
}
