import type { Entry } from '../world/desk';
import { COMMUNES, HOLDERS } from '../world/territory';
import type { Dossier } from './dossier';
import { isLive, type ShownDuty, type ShownVacancy } from './shown';

/* What is done with the candidates of a vacancy before the landlord's commission. */

export async function designate(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const { town, random, residence } = dossier;
  const officer = town.designator(residence, shown.orientation!, random);
  const missing = Math.max(1, 3 - shown.candidates.filter(isLive).length);
  for (let count = 0; count < missing; count += 1) {
    const household = town.households.one(random);
    const body = random.chance(0.2) ? { ...household, date_demande: '2020-02-01', situation_precaire: 'O' } : household;
    await dossier.act(officer, 'candidates', body);
  }
  if (random.chance(0.12)) {
    const { code } = HOLDERS.find(({ contingent }) => contingent === 'etat')!;
    const prefect = { ...town.households.make(random), dalo: 'O', fondement: 'dalo_prefet' };
    const state = random.chance(0.5) ? town.officer('etat') : town.officer(`reservataire ${code}`);
    await dossier.act(state, 'candidates', prefect);
  }
}

/** The QPV commission endorses or defers, the commune and the EPCI give their opinions. */
export async function beforeCommission(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const { town, random, residence } = dossier;
  const date = dossier.later(0, 3);
  for (const { candidate, status } of shown.candidates) {
    const officer = town.commissioner(residence, random);
    if (['proposed', 'deferred'].includes(status)) {
      if (random.chance(0.25)) await dossier.actFor(officer, candidate, 'deferral', { date, motif: 'sans_accord' });
      else {
        const accords = ['bailleur', 'reservataire', 'commune', 'epci'];
        await dossier.actFor(officer, candidate, 'endorsement', { date, accords });
      }
    } else if (status === 'designated' && random.chance(0.3))
      await dossier.actFor(officer, candidate, 'opinion', { date, avis: random.pick(['favorable', 'reserve']) });
  }
}

export function correctFacts(dossier: Dossier, shown: ShownVacancy): Promise<Entry | undefined> {
  const { town, random, residence } = dossier;
  const live = shown.candidates.filter(isLive);
  if (live.length === 0 || !shown.orientation) return Promise.resolve(undefined);
  const { candidate } = random.pick(live);
  const changes = random.pick([
    { ressources_annuelles: String(random.between(4_000, 60_000)) },
    { enfants_moins_14_ans: String(random.between(0, 4)) },
    { commune_travail: random.pick(COMMUNES), travailleur_essentiel: 'O' },
  ]);
  const officer = random.chance(0.5) ? dossier.landlord : town.designator(residence, shown.orientation, random);
  return dossier.actFor(officer, candidate, 'facts', { ...changes, motif: 'piece_recue' });
}

export function withdraw(dossier: Dossier, shown: ShownVacancy): Promise<Entry | undefined> {
  const live = shown.candidates.filter(isLive);
  if (live.length === 0) return Promise.resolve(undefined);
  const { candidate } = dossier.random.pick(live);
  const body = dossier.random.pick([
    { motif: 'ne_cherche_plus', par: 'menage' },
    { motif: 'injoignable', par: 'bailleur' },
  ]);
  return dossier.actFor(dossier.landlord, candidate, 'withdrawal', body);
}

export function giveBack(dossier: Dossier, shown: ShownVacancy): Promise<Entry> {
  const officer = dossier.town.designator(dossier.residence, shown.orientation!, dossier.random);
  return dossier.act(officer, 'return', { motif: 'sans_candidat' });
}

/** The application of a household ends; at times it is reopened. */
export async function endApplication(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const { town, random, day } = dossier;
  const live = shown.candidates.filter(isLive);
  const household = live.length > 0 ? dossier.household(random.pick(live).candidate) : undefined;
  if (!household) return;
  const numero_unique = household['numero_unique']!;
  const ending = { numero_unique, date: day, motif: random.pick(['renonciation', 'deces', 'non_renouvellement']) };
  await town.desk.command(town.officer('agent_epci'), 'ending', '/households/ending', ending);
  if (random.chance(0.4))
    await town.desk.command(town.officer('agent_epci'), 'reopening', '/households/reopening', { numero_unique });
}

/** The State allocates to a household of the prefect that this landlord refused elsewhere. */
export async function allocateForState(dossier: Dossier): Promise<void> {
  const { town, random, residence } = dossier;
  const refused = town.households.refusedToPrefect.filter(({ landlord }) => landlord === residence.landlord);
  if (refused.length === 0) return;
  const body = { ...random.pick(refused).household, fondement: 'refus_dalo', code_reservataire: 'H-ETAT' };
  await dossier.act(town.officer('etat'), 'candidates', body);
}

/** A household renounces the offer that is owed to it. */
export async function renounce({ town, random }: Dossier): Promise<void> {
  const officer = town.officer('agent_epci');
  const { duties } = await town.desk.read<{ readonly duties: readonly ShownDuty[] }>(officer, '/duties');
  const open = duties.filter(({ status }) => status === 'open');
  if (open.length === 0) return;
  await town.desk.command(officer, 'renunciation', `/duties/${random.pick(open).duty}/renunciation`, {
    date: town.today,
  });
}
