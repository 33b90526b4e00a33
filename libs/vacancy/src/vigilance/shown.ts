import { clearHouseholdOf } from '#allocation';
import { yearOf, type Uuid } from '#kernel';
import type { DecidedCandidate, ShownVigilance, VacancyEvent } from '../events';
import type { RecordingCircumstances } from '../recording/circumstances-source';
import type { CandidateAct, VacancyAct } from '../recording/vacancy-command';
import { candidateOf, type Vacancy } from '../vacancy';
import type { VigilanceCode } from './notices';
import type { Vigilance, Weighing } from './vigilance';

/** What was shown when a household was designated, or decided by the commission: by candidate, or for the one that is new. */
export interface Shown {
  readonly designated?: ShownVigilance;
  readonly decided?: ReadonlyMap<Uuid, ShownVigilance>;
}

/** They say that the household is precarious, or what it earns, which stays under seal. */
const SEALED: readonly VigilanceCode[] = ['precarious-dalo-in-qpv', 'above-ceiling'];

/** What the vigilance says is kept with the designation and with the decision (domain.md, 2). */
export class ShownVigilances {
  constructor(private readonly vigilance: Vigilance) {}

  async of(act: VacancyAct | CandidateAct, vacancy: Vacancy, at: RecordingCircumstances): Promise<Shown> {
    if (act.verb === 'candidates') {
      const { household: sealed, given } = act;
      const facts = clearHouseholdOf(sealed, at.derivation, yearOf(at.today));
      const holder = given.holder ?? vacancy.orientation?.holder ?? '';
      return { designated: await this.shown(vacancy, { facts, sealed, basis: given.basis, holder }) };
    }
    if (act.verb !== 'commission' && act.verb !== 'commission/correction') return {};
    const decided = new Map<Uuid, ShownVigilance>();
    for (const { candidate } of act.given.decisions) {
      const known = candidateOf(vacancy, candidate);
      if (known) decided.set(candidate, await this.shown(vacancy, { ...known, sealed: undefined }));
    }
    return { decided };
  }

  private async shown(vacancy: Vacancy, weighing: Weighing): Promise<ShownVigilance> {
    const { notices, effects, position } = await this.vigilance.weigh(vacancy, weighing, false);
    return {
      position,
      notices: notices.filter((code) => !SEALED.includes(code)),
      effects: effects.flatMap(({ code, scope, actor, bearing }) =>
        bearing === 'none' ? [] : [{ objective: code, scope: scope.id, actor: actor?.id ?? null, bearing }],
      ),
    };
  }
}

/** The event with what was shown of its households. */
export function withVigilance(event: VacancyEvent, { designated, decided }: Shown = {}): VacancyEvent {
  switch (event.type) {
    case 'CandidateProposed':
    case 'CandidateDesignated':
      return designated ? { ...event, data: { ...event.data, vigilance: designated } } : event;
    case 'CommissionHeld':
      return { ...event, data: { ...event.data, decisions: withShown(event.data.decisions, decided) } };
    case 'CommissionCorrected':
      return { ...event, data: { ...event.data, decisions: withShown(event.data.decisions, decided) } };
    default:
      return event;
  }
}

function withShown(
  decisions: readonly DecidedCandidate[],
  decided: Shown['decided'] = new Map(),
): readonly DecidedCandidate[] {
  return decisions.map((decision) => {
    const vigilance = decided.get(decision.candidate);
    return vigilance ? { ...decision, vigilance } : decision;
  });
}
