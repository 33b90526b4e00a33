import { latest } from '../calendar';
import type { Entry } from '../world/desk';
import { dayToAnswer } from './moves';
import type { Dossier } from './dossier';
import { isLive, type ShownVacancy } from './shown';

/* Officers who act on the same vacancy or household at the same moment, each without knowing of the other. */

type Act = () => Promise<Entry>;

export async function rivals(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  await Promise.all((RIVALS[shown.status] ?? closings)(dossier, shown).map((act) => act()));
}

const RIVALS: Readonly<Record<string, (dossier: Dossier, shown: ShownVacancy) => readonly Act[]>> = {
  declared: (dossier) => [orientation(dossier, 'H-EPCI'), orientation(dossier, 'H-AL')],
  oriented: (dossier, shown) => [
    ...designationsOfOne(dossier, shown),
    () => dossier.act(designator(dossier, shown), 'return', { motif: 'erreur' }),
  ],
  returned: (dossier) => [orientation(dossier, 'H-EPCI'), ...closings(dossier)],
  designated: (dossier, shown) => [...designationsOfOne(dossier, shown), ...withdrawals(dossier, shown)],
  decided: (dossier, shown) => [
    ...shown.candidates
      .filter(({ status }) => status === 'allocated')
      .map(
        ({ candidate }) =>
          () =>
            dossier.actFor(dossier.landlord, candidate, 'offer', { date_notification: dossier.day }),
      ),
    ...withdrawals(dossier, shown),
  ],
  offered: (dossier, shown) => {
    const { candidate, ...offered } = shown.candidates.find(({ status }) => status === 'offered')!;
    const date = dayToAnswer(dossier, { candidate, ...offered });
    dossier.day = latest(dossier.day, offered.lastDay);
    return [
      () => dossier.actFor(dossier.landlord, candidate, 'acceptance', { date }),
      () => dossier.actFor(dossier.landlord, candidate, 'refusal', { date, motif: 'loyer' }),
      ...closings(dossier),
    ];
  },
  // The household signs here under two numbers, while it is designated elsewhere again.
  accepted: (dossier, shown) => {
    const { candidate } = shown.candidates.find(({ status }) => status === 'accepted')!;
    const household = dossier.household(candidate);
    const lease = { date_bail: dossier.later(1, 5) };
    const designated =
      household && shown.orientation ? [() => dossier.act(designator(dossier, shown), 'candidates', household)] : [];
    return [
      () => dossier.act(dossier.landlord, 'lease', { ...lease, numero_attribution: dossier.town.leaseNumber() }),
      () => dossier.act(dossier.landlord, 'lease', { ...lease, numero_attribution: dossier.town.leaseNumber() }),
      () => dossier.actFor(dossier.landlord, candidate, 'refusal', { date: dossier.day, motif: 'loyer' }),
      ...designated,
    ];
  },
};

function designator(dossier: Dossier, { orientation }: ShownVacancy) {
  return dossier.town.designator(dossier.residence, orientation!, dossier.random);
}

function orientation(dossier: Dossier, code_reservataire: string): Act {
  return () => dossier.act(dossier.landlord, 'orientation', { code_reservataire });
}

function closings(dossier: Dossier): readonly Act[] {
  const isClosed = dossier.random.chance(0.1);
  return isClosed ? [() => dossier.act(dossier.landlord, 'closing', { date: dossier.day, motif: 'travaux' })] : [];
}

/** The same household, three times at once. */
function designationsOfOne(dossier: Dossier, shown: ShownVacancy): readonly Act[] {
  if (!shown.orientation) return [];
  const household = dossier.town.households.one(dossier.random);
  return [1, 2, 3].map(() => () => dossier.act(designator(dossier, shown), 'candidates', household));
}

function withdrawals(dossier: Dossier, shown: ShownVacancy): readonly Act[] {
  const live = shown.candidates.filter(isLive);
  if (live.length === 0) return [];
  const { candidate } = dossier.random.pick(live);
  const body = { motif: 'doublon', par: 'bailleur' };
  return [1, 2].map(() => () => dossier.actFor(dossier.landlord, candidate, 'withdrawal', body));
}

/** Two landlord's officers sign at once for one household that accepted on two vacancies: only one lease can stand. */
export function rivalLeases(dossiers: readonly [Dossier, Dossier]): Promise<readonly Entry[]> {
  return Promise.all(
    dossiers.map((dossier) =>
      dossier.act(dossier.landlord, 'lease', {
        numero_attribution: dossier.town.leaseNumber(),
        date_bail: dossier.later(1, 5),
      }),
    ),
  );
}
