import type { Entry } from '../world/desk';
import { declarationOf, Dossier } from './dossier';
import { leaseFromFile } from './files';
import { mistake } from './mistakes';
import { afterLease, close, move } from './moves';
import { rivalLeases, rivals } from './rivals';
import { isLive, type ShownVacancy } from './shown';
import type { Town } from './town';

const MOST_STEPS = 60;
const MISTAKES = 0.16;
const RIVALS = 0.1;
/** Vacancies whose officer leaves them as they are, so that the year ends on every status. */
const LEFT = 0.12;

/** Lives all vacancies of the year, some at the same time; the service is killed in the middle. */
export async function liveYear(town: Town): Promise<void> {
  const { settings, random, service } = town;
  const crashesAt = Array.from({ length: settings.crashes }, () => random.next() * settings.vacancies).sort(
    (a, b) => a - b,
  );
  const [offAt, onAt] = [0.55, 0.75].map((share) => Math.floor(share * settings.vacancies));
  let [next, done] = [0, 0];
  const failed: unknown[] = [];
  const works = Array.from({ length: settings.officers }, async () => {
    while (next < settings.vacancies && failed.length === 0) {
      const number = (next += 1);
      if (number === offAt || number === onAt) await town.setCommission(number === onAt, yesterday(town));
      await (number % 40 === 7 ? liveTwins(town, number) : liveVacancy(town, number));
      done += 1;
      while (crashesAt.length > 0 && done >= crashesAt[0]!) {
        crashesAt.shift();
        await service.crash();
      }
    }
  });
  await Promise.all(works.map((work) => work.catch((error: unknown) => failed.push(error))));
  if (failed.length > 0) throw failed[0];
}

function yesterday({ today }: Town): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

async function liveVacancy(town: Town, number: number): Promise<void> {
  const random = town.random.fork(number);
  const dossier = new Dossier(town, random, declarationOf(town, random, number));
  if (!(await declare(dossier))) return;
  const steps = random.chance(LEFT) ? random.between(1, 8) : MOST_STEPS;
  for (let step = 0; step < steps; step += 1) {
    const shown = await dossier.look();
    if (shown.status === 'let') return afterLease(dossier, shown);
    if (shown.status === 'closed') return;
    if (random.chance(MISTAKES)) await mistake(dossier, shown);
    else if (random.chance(RIVALS)) await rivals(dossier, shown);
    else await move(dossier, shown);
  }
  if (steps === MOST_STEPS) await close(dossier);
}

/** At times two officers declare the same dwelling at once. */
async function declare(dossier: Dossier): Promise<boolean> {
  const { town, declaration, random } = dossier;
  const once = (): Promise<Entry> => town.desk.command(dossier.landlord, 'declaration', '/vacancies', declaration.body);
  const asked = await Promise.all(random.chance(0.05) ? [once(), once()] : [once()]);
  const declared = asked.find(({ done }) => done);
  dossier.id = declared?.answer.vacancy ?? '';
  return declared !== undefined;
}

/** One household accepts on two vacancies, and both leases are signed at the same moment. */
async function liveTwins(town: Town, number: number): Promise<void> {
  const random = town.random.fork(number);
  const household = town.households.make(random);
  const twins: Dossier[] = [];
  for (const at of [number, -number]) {
    const dossier = new Dossier(town, random, declarationOf(town, random, at));
    if (!(await declare(dossier))) return;
    const code_reservataire = `H-OWN-${dossier.residence.landlord.slice(-1)}`;
    await dossier.act(dossier.landlord, 'orientation', { code_reservataire });
    await dossier.act(dossier.landlord, 'candidates', household);
    await bringToAcceptance(dossier, await dossier.look());
    twins.push(dossier);
  }
  await rivalLeases(twins as [Dossier, Dossier]);
  for (const dossier of twins) {
    const shown = await dossier.look();
    if (shown.status === 'accepted' && random.chance(0.5)) await leaseFromFile(dossier, shown);
  }
}

async function bringToAcceptance(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const { landlord, town } = dossier;
  const date = dossier.later(1, 3);
  const accords = ['bailleur', 'reservataire', 'commune', 'epci'];
  const [one] = shown.candidates.filter(isLive);
  if (!one) return;
  const { candidate } = one;
  if (one.status === 'proposed')
    await dossier.actFor(town.officer('agent_epci'), candidate, 'endorsement', { date, accords });
  const decisions = [{ candidate, decision: 'attribution' }];
  const body = { date_caleol: dossier.later(1, 3), exception: 'insuffisance', attestation: 'O', decisions };
  await dossier.act(landlord, 'commission', body);
  // The longest delay that is ordinary: the offer is answered before its timer acts, or after, and both are right.
  await dossier.actFor(landlord, candidate, 'offer', { date_notification: dossier.later(1, 2), delai_jours: 20 });
  await dossier.actFor(landlord, candidate, 'acceptance', { date: dossier.later(1, 5) });
}

/** Brings every vacancy that is still open to its end: there is no status without an exit. */
export async function endAll(town: Town, vacancies: readonly ShownVacancy[]): Promise<void> {
  for (const shown of vacancies.filter(({ status }) => status !== 'let' && status !== 'closed')) {
    const landlord = `bailleur ${town.landlordOf(shown.residence)}`;
    const officer = town.officer(landlord);
    const path = `/vacancies/${shown.vacancy}`;
    const how = { vacancy: shown.vacancy };
    const accepted = shown.candidates.find(({ status }) => status === 'accepted');
    if (accepted) {
      const of = { ...how, candidate: accepted.candidate };
      const body = { date: town.today, motif: 'autre_logement' };
      await exit(() =>
        town.desk.command(officer, 'refusal', `${path}/candidates/${accepted.candidate}/refusal`, body, of),
      );
    }
    const closing = { date: town.today, motif: 'autre' };
    await exit(() => town.desk.command(officer, 'closing', `${path}/closing`, closing, how));
  }
}

async function exit(act: () => Promise<Entry>): Promise<void> {
  const { done, status, code, vacancy, verb } = await act();
  if (!done) throw new Error(`no exit: vacancy ${vacancy} answers ${status} ${code} to ${verb}`);
}
