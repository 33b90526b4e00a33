import { lastDayToAnswer, latest, plus } from '../calendar';
import type { Entry } from '../world/desk';
import { COMMUNES, FORMER_LANDLORD, HOLDERS, SOLD_RESIDENCE, type Row } from '../world/territory';
import type { Dossier } from './dossier';
import { isLive, type ShownVacancy } from './shown';

/* What officers ask that the law or the process forbids. The checks find any of it that was recorded. */

type Mistake = (dossier: Dossier, shown: ShownVacancy) => Promise<Entry> | undefined;

const UNKNOWN = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d99';
const MANY_DAYS = 40;

export async function mistake(dossier: Dossier, shown: ShownVacancy): Promise<void> {
  await dossier.random.pick(MISTAKES)(dossier, shown);
}

const withStatus = (shown: ShownVacancy, ...statuses: readonly string[]) =>
  shown.candidates.find(({ status }) => statuses.includes(status));

const MISTAKES: readonly Mistake[] = [
  // The dwelling has a vacancy.
  ({ town, landlord, declaration }) => town.desk.command(landlord, 'declaration', '/vacancies', declaration.body),
  // The landlord of before.
  (dossier, { orientation }) =>
    dossier.residence.code === SOLD_RESIDENCE
      ? dossier.act(dossier.town.officer(`bailleur ${FORMER_LANDLORD}`), 'orientation', {
          code_reservataire: orientation?.holder ?? 'H-EPCI',
        })
      : dossier.act(dossier.town.officer(`bailleur ${FORMER_LANDLORD}`), 'closing', {
          date: dossier.day,
          motif: 'vente',
        }),
  // A turn that nobody handed back, or another's turn.
  (dossier) =>
    dossier.act(dossier.landlord, 'orientation', { code_reservataire: 'H-AL', pour_un_tour: 'O', motif: 'erreur' }),
  // The holder still has its days.
  (dossier) => dossier.act(dossier.landlord, 'orientation', { code_reservataire: 'H-EPCI', motif: 'nouveau_delai' }),
  (dossier) => dossier.act(dossier.landlord, 'return', { motif: 'delai_echu' }),
  // Somebody else designates, in the holder's place or in the State's.
  (dossier) => {
    const { town, random } = dossier;
    const other = random.pick([
      ...HOLDERS.map(({ code }) => `reservataire ${code}`),
      ...COMMUNES.map((code) => `commune ${code}`),
    ]);
    return dossier.act(town.officer(other), 'candidates', town.households.one(random));
  },
  (dossier) =>
    dossier.act(dossier.landlord, 'candidates', {
      ...dossier.town.households.make(dossier.random),
      fondement: 'dalo_prefet',
    }),
  // No substitution is open, and no prefect's household was refused.
  (dossier) => {
    const { town, random } = dossier;
    const fondement = random.pick(['substitution', 'refus_dalo']);
    const body = { ...town.households.one(random), fondement, code_reservataire: 'H-ETAT' };
    return dossier.act(town.officer('etat'), 'candidates', body);
  },
  // The same household twice.
  (dossier, shown) => {
    const known = shown.candidates.filter(isLive)[0];
    const household = known && dossier.household(known.candidate);
    if (!household || !shown.orientation) return undefined;
    return dossier.act(
      dossier.town.designator(dossier.residence, shown.orientation, dossier.random),
      'candidates',
      household,
    );
  },
  // Two of the four do not agree.
  (dossier, shown) => {
    const proposed = withStatus(shown, 'proposed', 'deferred');
    const body = { date: dossier.day, accords: ['bailleur', 'commune'] };
    return proposed && dossier.actFor(dossier.town.officer('agent_epci'), proposed.candidate, 'endorsement', body);
  },
  // Commissions that decide of too few, of the wrong ones, of too little, or against the votes.
  (dossier, shown) => commission(dossier, shown, {}, (index) => ({ decision: 'attribution_rang', rang: index + 1 }), 1),
  (dossier, shown) =>
    commission(dossier, shown, EXCUSED, (index) => ({ decision: 'attribution_rang', rang: index + 2 })),
  (dossier, shown) => commission(dossier, shown, EXCUSED, () => ({ decision: 'non_attribution' })),
  (dossier, shown) =>
    commission(dossier, shown, EXCUSED, () => ({
      decision: 'irrecevabilite',
      motif: 'plafond',
      voix: { pour: 3, contre: 3 },
    })),
  (dossier, shown) => commission(dossier, shown, EXCUSED, () => ({ decision: 'non_attribution', motif: 'fragilite' })),
  (dossier, shown) =>
    commission(
      dossier,
      shown,
      { exception: 'dalo' },
      (index) => ({ decision: 'attribution_rang', rang: index + 1 }),
      1,
    ),
  // Offers out of rank, too short, or without the document.
  (dossier, shown) => {
    const ranked = shown.candidates.filter(({ status }) => status === 'allocated').sort((a, b) => b.rank! - a.rank!);
    const body = { date_notification: dossier.day };
    return ranked[0] && dossier.actFor(dossier.landlord, ranked[0].candidate, 'offer', body);
  },
  (dossier, shown) => {
    const allocated = withStatus(shown, 'allocated');
    const body = { date_notification: dossier.day, delai_jours: 5 };
    return allocated && dossier.actFor(dossier.landlord, allocated.candidate, 'offer', body);
  },
  // Answers after the last day.
  (dossier, shown) => {
    const offered = withStatus(shown, 'offered', 'lapsed');
    if (!offered) return undefined;
    const date = plus(latest(offered.lastDay, lastDayToAnswer(dossier.day, 10)), 1);
    return dossier.actFor(dossier.landlord, offered.candidate, 'acceptance', {
      date: date > dossier.town.today ? dossier.day : date,
    });
  },
  // Somebody who was overtaken comes back.
  (dossier, shown) => {
    const lapsed = shown.candidates.find(({ status, reason }) => status === 'lapsed' && reason === 'sans_reponse');
    return lapsed && dossier.actFor(dossier.landlord, lapsed.candidate, 'acceptance', { date: lapsed.lastDay });
  },
  (dossier, shown) => {
    const late = shown.candidates.find(({ status, documentDue }) => status === 'lapsed' && documentDue);
    return late && dossier.actFor(dossier.landlord, late.candidate, 'condition', { date: late.documentDue });
  },
  (dossier, shown) => {
    const declined = withStatus(shown, 'declined');
    return declined && dossier.actFor(dossier.landlord, declined.candidate, 'offer/correction', { motif: 'erreur' });
  },
  // Leases too early, under another's number, or of nobody who accepted.
  (dossier) =>
    dossier.act(dossier.landlord, 'lease', {
      numero_attribution: dossier.town.leaseNumber(),
      date_bail: plus(dossier.day, -MANY_DAYS),
    }),
  (dossier) => {
    const taken = dossier.town.desk.journal.find(({ verb, done }) => verb === 'lease' && done);
    const number = (taken?.body as Row | undefined)?.['numero_attribution'];
    return number
      ? dossier.act(dossier.landlord, 'lease', { numero_attribution: number, date_bail: dossier.day })
      : undefined;
  },
  // Days that have not come, or that go backwards; values outside their lists; what nobody knows.
  (dossier) => dossier.act(dossier.landlord, 'closing', { date: plus(dossier.town.today, 10), motif: 'vente' }),
  (dossier, shown) => {
    const allocated = withStatus(shown, 'allocated');
    const body = { date_notification: '2001-01-01' };
    return allocated && dossier.actFor(dossier.landlord, allocated.candidate, 'offer', body);
  },
  (dossier) => dossier.act(dossier.landlord, 'closing', { date: dossier.day, motif: 'humeur' }),
  (dossier) => dossier.actFor(dossier.landlord, UNKNOWN, 'offer', { date_notification: dossier.day }),
  // A role that never may.
  (dossier) => {
    const name = dossier.random.pick(['auditeur', 'elu', 'statisticien', 'etat']);
    return dossier.act(dossier.town.officer(name), 'closing', { date: dossier.day, motif: 'vente' });
  },
  // The same command again under its key, and another command under it.
  (dossier) => repeat(dossier, ({ body }) => body),
  (dossier) => repeat(dossier, ({ body }) => ({ ...body, motif: 'autre' })),
];

const EXCUSED = { exception: 'd331_25_1' };

function commission(
  dossier: Dossier,
  shown: ShownVacancy,
  exception: object,
  decide: (index: number) => object,
  most = 9,
): Promise<Entry> | undefined {
  const live = shown.candidates.filter(({ status }) => ['designated', 'proposed', 'deferred'].includes(status));
  if (live.length === 0) return undefined;
  const decisions = live.slice(0, most).map(({ candidate }, index) => ({ candidate, ...decide(index) }));
  return dossier.act(dossier.landlord, 'commission', { date_caleol: dossier.day, ...exception, decisions });
}

/** Sends an acknowledged command of this vacancy again, by the same officer under the same key. */
function repeat(dossier: Dossier, bodyOf: (entry: Entry) => Record<string, unknown>): Promise<Entry> | undefined {
  const { desk } = dossier.town;
  const done = desk.journal.filter(
    ({ vacancy, done, verb }) => vacancy === dossier.id && done && verb !== 'declaration',
  );
  if (done.length === 0) return undefined;
  const entry = dossier.random.pick(done);
  const { officer, verb, path, key, vacancy, candidate } = entry;
  return desk.command(officer, verb, path, bodyOf(entry), { key, vacancy, candidate });
}
