import { residenceOf } from '../world/territory';
import type { Candidate } from './fold';
import type { Decision, Rules, Votes } from './history';
import type { Step } from './steps';

const MOST_VOTES = 9;

/** What a commission, or its correction, may record (R441-3, R441-9, L441-2-2). */
export function holdCommission({ event, vacancy, known: { listedFrom } }: Step, rules: Rules): void {
  const { decisions, exception, attested, on } = event.data;
  const decided = decisions;
  const hold = (rule: string, condition: boolean): void =>
    rules.holds(rule, condition, () => JSON.stringify({ exception, attested, decided }), event);
  const isCorrection = event.type === 'CommissionCorrected';
  const before = isCorrection ? vacancy.commission!.data.decisions : [];
  const examinedThen = before.map(({ candidate }) => candidate);
  if (isCorrection) hold('a commission is corrected before any offer', !vacancy.offeredSince);
  const expected = isCorrection
    ? examinedThen.filter((id) => vacancy.candidates.get(id)!.status !== 'withdrawn')
    : vacancy.all.filter(({ status }) => status === 'designated').map(({ id }) => id);
  const named = decided.map(({ candidate }) => candidate);
  const examined = named.map((id) => vacancy.candidates.get(id)!);
  hold('every candidate is decided once', [...named].sort().join() === [...expected].sort().join());
  hold(
    'no decision of a proposal',
    examined.every(({ status }) => status !== 'proposed' && status !== 'deferred'),
  );
  holdExamined(hold, isCorrection ? examinedThen.map((id) => vacancy.candidates.get(id)!) : examined, {
    exception,
    attested,
  });
  holdRanks(hold, decided);
  for (const one of decided) {
    if (isRefused(one)) hold('a refusal has its motive', one.motive !== null);
    const needs = one.decision === 'attribution_sous_condition';
    if (needs) hold('a condition has its document and its day', one.document !== null && one.documentDue! >= on);
    if (one.votes) holdVotes(hold, one.votes);
    const isFragile = one.motive === 'fragilite';
    const { isListed } = residenceOf(vacancy.declared.data.residence);
    if (isFragile) hold('fragility is said of listed residences', isListed && on >= listedFrom);
  }
  hold(
    'days in order',
    examined.every(({ endorsedOn }) => endorsedOn === null || endorsedOn <= on),
  );
  hold(
    'days in order',
    examined.every(({ notifiedOn }) => notifiedOn === null || notifiedOn >= on),
  );
}

type Hold = (rule: string, condition: boolean) => void;

const isRefused = ({ decision }: Decision): boolean => decision === 'non_attribution' || decision === 'irrecevabilite';

function holdExamined(
  hold: Hold,
  examined: readonly Candidate[],
  { exception, attested }: { readonly exception: string | null; readonly attested: boolean | null },
): void {
  const isDalo = examined.some(({ basis }) => basis === 'dalo_prefet');
  if (exception === null) return hold('three applications', examined.length >= 3);
  const excuses: Readonly<Record<string, boolean>> = { insuffisance: attested === true, dalo: isDalo, d331_25_1: true };
  hold('three applications', excuses[exception] === true);
}

function holdRanks(hold: Hold, decided: readonly Decision[]): void {
  const ranks = decided.filter((one) => !isRefused(one)).map(({ rank }) => rank!);
  hold(
    'ranks run 1, 2, 3',
    [...ranks].sort((a, b) => a - b).every((rank, index) => rank === index + 1),
  );
  hold(
    'ranks run 1, 2, 3',
    decided.filter(isRefused).every(({ rank }) => rank === null),
  );
}

function holdVotes(hold: Hold, { pour, contre, abstention, maire }: Votes): void {
  hold('nine votes at most', pour + contre + abstention <= MOST_VOTES);
  hold('votes carry the decision', pour > contre || (pour === contre && maire === 'pour'));
}
