import { plus } from '../calendar';
import { beforeCommission, designate } from './candidates';
import type { Dossier } from './dossier';
import type { ShownCandidate, ShownVacancy } from './shown';

/* What the landlord's commission decides. */

export async function decide(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const { random, residence, town } = dossier;
  if (shown.candidates.some(({ status }) => status === 'proposed' || status === 'deferred'))
    return beforeCommission(dossier, shown);
  const examined = shown.candidates.filter(({ status }) => status === 'designated');
  if (examined.length === 0) return;
  if (examined.length < 3 && random.chance(0.6)) return designate(dossier, shown);
  const date_caleol = dossier.later(3, 12);
  const excuse = examined.length < 3 && { exception: 'insuffisance', attestation: 'O' };
  const body = { date_caleol, ...excuse, presents: 6, decisions: decisionsOn(examined, dossier, date_caleol) };
  if (random.chance(0.2)) {
    const sitting = { landlord: residence.landlord, date_caleol, presents: 6, forme: 'presentielle' };
    const { answer } = await town.desk.command(dossier.landlord, 'sitting', '/commissions', sitting);
    await dossier.act(dossier.landlord, 'commission', { ...body, seance: answer.seance });
  } else await dossier.act(dossier.landlord, 'commission', body);
  remember(dossier, examined, body.decisions);
}

/** Who was refused may be owed an offer, or be allocated by the State. */
function remember(dossier: Dossier, examined: readonly ShownCandidate[], decisions: readonly Decided[]): void {
  const { households } = dossier.town;
  for (const { candidate, decision, motif } of decisions) {
    const household = decision === 'non_attribution' ? dossier.household(candidate) : undefined;
    if (!household) continue;
    if (motif === 'fragilite') households.owed.push(household);
    const isPrefects = examined.some((one) => one.candidate === candidate && one.basis === 'dalo_prefet');
    if (isPrefects) households.refusedToPrefect.push({ household, landlord: dossier.residence.landlord });
  }
}

interface Decided {
  readonly candidate: string;
  readonly decision: string;
  readonly motif?: string;
}

function decisionsOn(examined: readonly ShownCandidate[], { random, residence }: Dossier, on: string): Decided[] {
  let rank = 0;
  return examined.map(({ candidate }) => {
    const voix = random.chance(0.3) ? { voix: { pour: 5, contre: random.between(0, 5), maire: 'pour' } } : {};
    const refused = { candidate, decision: 'non_attribution', ...(random.chance(0.5) && { voix: { pour: 6 } }) };
    if (random.chance(0.22)) {
      const isFragile = residence.isListed && random.chance(0.6);
      return {
        ...refused,
        motif: isFragile ? 'fragilite' : random.pick(['taux_effort', 'equilibre', 'dossier_incomplet']),
      };
    }
    if (random.chance(0.06)) return { ...refused, decision: 'irrecevabilite', motif: 'plafond' };
    rank += 1;
    if (random.chance(0.2)) {
      const condition = {
        piece: random.pick(['ressources', 'identite']),
        delai_piece: plus(on, random.between(2, 12)),
      };
      return { candidate, decision: 'attribution_sous_condition', rang: rank, ...condition, ...voix };
    }
    return { candidate, decision: 'attribution_rang', rang: rank, ...voix };
  });
}

export async function correctCommission(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  const examined = shown.candidates.filter(({ status, decidedOn }) => status !== 'withdrawn' && decidedOn !== null);
  const [{ decidedOn } = { decidedOn: null }] = examined;
  if (!decidedOn || shown.candidates.some(({ lastDay }) => lastDay !== null)) return;
  const same = examined.filter((one) => one.decidedOn === decidedOn);
  const decisions = decisionsOn(same, dossier, decidedOn);
  const excuse = same.length < 3 && { exception: 'insuffisance', attestation: 'O' };
  const body = { date_caleol: decidedOn, ...excuse, motif: 'erreur', decisions };
  await dossier.act(dossier.landlord, 'commission/correction', body);
}
