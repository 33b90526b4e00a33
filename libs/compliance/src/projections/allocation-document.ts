import type { Position } from '#event-store';
import type { ClearFact, JoinedFact } from '../figures/allocation-fact';
import { contributesOf } from '../figures/counters';
import { OPEN, type AllocationDocument } from './model';

/** The version of an allocation that begins with the event at the position. Written out field by field: a replay makes millions of them. */
export function allocationDocument(
  allocation: string,
  from: Position,
  fact: ClearFact,
  joined: JoinedFact,
  corrected: AllocationDocument['corrected'],
): AllocationDocument {
  const document = {
    allocation,
    from,
    to: OPEN,
    household: fact.household,
    day: fact.day,
    commissionOn: fact.commissionOn,
    residence: fact.residence,
    commune: joined.commune,
    sector: joined.sector,
    landlord: joined.landlord,
    districts: joined.districts,
    inQpv: joined.inQpv,
    note: joined.note,
    holder: fact.holder,
    contingent: joined.contingent,
    dwellingType: fact.dwellingType,
    financing: fact.financing,
    firstLetting: fact.firstLetting,
    delegated: fact.delegated,
    cancelled: fact.cancelled,
    corrected,
    transfer: fact.transfer,
    quartile: fact.quartile,
    priority: fact.priority,
    homeWork: fact.homeWork,
    essentialWorker: fact.essentialWorker,
    rehoused: fact.rehoused,
    composition: fact.composition,
    publics: fact.publics,
    contributes: 0,
  };
  document.contributes = contributesOf(document);
  return document;
}
