import type { Entry } from '../world/desk';
import { residenceOf } from '../world/territory';
import { householdOf } from '../year/dossier';
import type { ShownDuty } from '../year/shown';
import type { Vacancy } from './fold';
import { cancellationIn } from './leases';
import type { Event, History, Rules } from './history';

interface Told {
  readonly history: History;
  readonly vacancies: ReadonlyMap<string, Vacancy>;
  readonly journal: readonly Entry[];
  readonly shown: readonly ShownDuty[];
}

/** Substitute-offer duties: opened by a refusal for fragility, one open a household, closed and reopened with a cause. */
export function holdDuties({ history, vacancies, journal, shown }: Told, rules: Rules): void {
  const owed = new Map<string, Event[]>();
  const duties = new Map<string, string>();
  for (const [household, events] of history.category('substituteoffer')) {
    owed.set(household, [...events]);
    const last = followDuty(household, events, { history, vacancies, journal }, rules);
    for (const { duty, status } of last) duties.set(duty, status);
  }
  for (const [id, vacancy] of vacancies)
    for (const candidate of vacancy.all.filter(
      ({ status, reason }) => status === 'notAllocated' && reason === 'fragilite',
    )) {
      const told = (owed.get(candidate.household) ?? []).filter(
        ({ type, data }) => /(?:Opened|RefusalAdded)$/.test(type) && data.candidate === candidate.id,
      );
      rules.holds(
        'a refusal for fragility opens a duty',
        told.length >= 1,
        () => `${candidate.id} of vacancy ${id}`,
        vacancy.commission!,
      );
    }
  rules.holds('every duty is shown', shown.length === duties.size, () => `${shown.length} shown of ${duties.size}`);
  for (const { duty, status } of shown)
    rules.holds(
      'a duty is shown as it is',
      duties.get(duty) === status,
      () => `${duty}: ${status}, not ${duties.get(duty)}`,
    );
}

function followDuty(household: string, events: readonly Event[], told: Omit<Told, 'shown'>, rules: Rules) {
  const duties: { duty: string; status: string }[] = [];
  let closed: Event | null = null;
  for (const event of events) {
    const { type, data } = event;
    const last = duties.at(-1);
    const isOpen = last?.status === 'open';
    switch (type) {
      case 'SubstituteOfferDutyOpened':
        rules.holds('one open duty a household', !isOpen, () => household, event);
        rules.holds('a duty follows from a refusal', wasRefused(event, told), () => household, event);
        duties.push({ duty: data.duty, status: 'open' });
        break;
      case 'SubstituteOfferRefusalAdded':
        rules.holds(
          'a second refusal is added to the open duty',
          isOpen && data.duty === last.duty,
          () => household,
          event,
        );
        rules.holds('a duty follows from a refusal', wasRefused(event, told), () => household, event);
        break;
      case 'SubstituteOfferDutyClosed':
        rules.holds('a duty is closed once', isOpen, () => household, event);
        rules.holds(
          'a duty is closed with a cause',
          hasCause(household, event, told),
          () => JSON.stringify(data),
          event,
        );
        [last!.status, closed] = ['closed', event];
        break;
      case 'SubstituteOfferDutyReopened':
        rules.holds(
          'a duty is reopened by a cancelled lease',
          closed?.data.by === 'menage_loge',
          () => household,
          event,
        );
        rules.holds(
          'a duty is reopened by a cancelled lease',
          leaseEvents(household, told.history).some(
            (one) => cancellationIn(one) === true && one.ordinal < event.ordinal,
          ),
          () => household,
          event,
        );
        last!.status = 'open';
        break;
    }
  }
  holdOpen(household, events, { isOpen: duties.at(-1)?.status === 'open', told }, rules);
  return duties;
}

/** An open duty has nothing after it that would close it. */
function holdOpen(
  household: string,
  events: readonly Event[],
  { isOpen, told }: { readonly isOpen: boolean; readonly told: Omit<Told, 'shown'> },
  rules: Rules,
): void {
  if (!isOpen) return;
  const opened = [...events].reverse().find(({ type }) => /(?:Opened|Reopened)$/.test(type))!;
  const after = ({ ordinal }: Event): boolean => ordinal > opened.ordinal;
  const signed = leaseEvents(household, told.history);
  const isSigned =
    signed.filter(after).some(({ type }) => type === 'AllocationSigned') && !signed.some((one) => cancellationIn(one));
  rules.holds('a lease closes the duty', !isSigned, () => household, opened);
  const ended = told.history.of(`application-${household}`).filter(after);
  rules.holds(
    'the end of the application closes the duty',
    !ended.some(({ type }) => type === 'ApplicationEnded'),
    () => household,
    opened,
  );
  const offered = offersTo(household, told).find((one) => after(one) && doesSuit(one, household, told));
  rules.holds('an offer that suits closes the duty', !offered, () => household, opened, offered);
}

function wasRefused({ data, ordinal }: Event, { history }: Omit<Told, 'shown'>): boolean {
  return history
    .of(`vacancy-${data.vacancy}`)
    .filter((event) => event.ordinal < ordinal && /^Commission/.test(event.type))
    .some((event) =>
      event.data.decisions.some((one) => one.candidate === data.candidate && one.motive === 'fragilite'),
    );
}

function hasCause(household: string, { data, ordinal }: Event, told: Omit<Told, 'shown'>): boolean {
  const before = (event: Event): boolean => event.ordinal < ordinal;
  switch (data.by) {
    case 'offre_faite':
      return offersTo(household, told).some((one) => before(one) && doesSuit(one, household, told));
    case 'menage_loge':
      return leaseEvents(household, told.history).some((one) => before(one) && one.type === 'AllocationSigned');
    case 'decision_corrigee':
      return [...told.history.events].some((one) => before(one) && one.type === 'CommissionCorrected');
    default: {
      const ended = told.history
        .of(`application-${household}`)
        .some((one) => before(one) && one.data.motive === data.by);
      return (
        ended || (data.by === 'renonciation' && told.journal.some(({ verb, done }) => done && verb === 'renunciation'))
      );
    }
  }
}

function leaseEvents(household: string, history: History): readonly Event[] {
  const found: Event[] = [];
  for (const [, events] of history.category('allocation'))
    if (events[0]?.data.household === household) found.push(...events);
  return found;
}

function offersTo(household: string, { history, vacancies }: Omit<Told, 'shown'>): readonly Event[] {
  const found: Event[] = [];
  for (const [id, vacancy] of vacancies)
    for (const { id: candidate } of vacancy.all.filter((one) => one.household === household))
      found.push(
        ...history.of(`vacancy-${id}`).filter(({ type, data }) => type === 'OfferMade' && data.candidate === candidate),
      );
  return found.sort((a, b) => a.ordinal - b.ordinal);
}

/** From so many persons on, so many rooms are too few (section 9 of domain.md). */
const TOO_MANY = [3, 4, 6, 8, 10];

function doesSuit(offer: Event, _household: string, { vacancies, journal }: Omit<Told, 'shown'>): boolean {
  const id = offer.stream.slice('vacancy-'.length);
  const { residence, dwellingType, surface } = vacancies.get(id)!.declared.data;
  const told = journal.filter(({ answer }) => answer.revision === undefined || answer.revision < offer.revision);
  const facts = householdOf(told, id, offer.data.candidate);
  if (!facts || !dwellingType || residenceOf(residence).isListed) return false;
  const persons = Number(facts['personnes_14_ans_et_plus']) + Number(facts['enfants_moins_14_ans']);
  const rooms = Number(String(dwellingType).slice(1));
  if (rooms > persons + 1 || persons >= TOO_MANY[rooms - 1]!) return false;
  const asked = persons < 2 ? 0 : Math.min(70, [16, 25, 34][persons - 2] ?? 34 + 9 * (persons - 4));
  return surface === null || surface >= asked * 100;
}
