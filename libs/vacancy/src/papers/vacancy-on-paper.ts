import type { Instant, Uuid } from '#kernel';
import type { VacancyEvent } from '../events';
import type { Vacancy } from '../vacancy';

export type PaperEvent = VacancyEvent & { readonly recordedAt: Instant };

/** A vacancy, and the whole stream that it was read from. */
export interface VacancyOnPaper {
  readonly id: Uuid;
  readonly vacancy: Vacancy;
  readonly events: readonly PaperEvent[];
}
