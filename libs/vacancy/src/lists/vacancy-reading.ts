import { Injectable } from '@nestjs/common';
import { EVERYTHING, type Actor, type Scope } from '#access';
import { OPEN } from '#compliance';
import type { Position } from '#event-store';
import { Installation, reachHead } from '#installation';
import { dayAt, type Day, type Uuid } from '#kernel';
import { eachDocument, type ReadModel, type Where } from '#read-store';
import { VACANCY_MODEL, type VacancyRow } from '../projections/model';
import { vacancyProjection } from '../projections/vacancies-projection';
import { ProcessReference } from '../recording/process-reference';
import { visibleScope } from './visible-scope';

const PAGE = 500;
/** A condition with more values would make the question of a store too long. */
const NAMED_AT_ONCE = 200;

/** The read model of vacancies, as one request reads it. */
export interface OpenReading {
  readonly model: ReadModel;
  /** In the territory's zone. */
  readonly today: Day;
  /** What the actor may see. */
  readonly scope: Scope;
}

/** What the reads beside a vacancy's own stream share. They show all that was acknowledged before they were asked. */
@Injectable()
export class VacancyReading {
  constructor(
    private readonly installation: Installation,
    private readonly reference: ProcessReference,
  ) {}

  /** @throws CodedError as `reachHead` */
  async open({ scope }: Pick<Actor, 'scope'>, atLeast?: Position): Promise<OpenReading> {
    await this.reach(atLeast);
    return {
      model: await this.installation.readStore.active(VACANCY_MODEL),
      today: this.today,
      scope: visibleScope(scope, (code) => this.reference.holder(code)),
    };
  }

  /** The present day in the territory's zone, as far as it is known. */
  get today(): Day {
    return dayAt(this.installation.clock.now(), this.reference.timeZone);
  }

  get timeZone(): string {
    return this.reference.timeZone;
  }

  async reach(atLeast?: Position): Promise<void> {
    await this.reference.reachHead();
    await reachHead(this.installation, vacancyProjection, { atLeast });
  }
}

/** The rows that hold now, on that day: one for each vacancy. */
export async function rowsNow({ model, today, scope }: OpenReading, where: Where): Promise<readonly VacancyRow[]> {
  const rows: VacancyRow[] = [];
  const now: Where = { ...where, to: OPEN, since: { lte: today }, until: { gt: today } };
  await eachDocument<VacancyRow>(model, { collection: 'vacancies', scope, where: now, limit: PAGE }, ({ body }) => {
    rows.push(body);
    return true;
  });
  return rows;
}

/** The rows of these vacancies that the scope covers. */
export async function rowsOfVacancies(
  reading: OpenReading,
  vacancies: Iterable<Uuid>,
): Promise<ReadonlyMap<Uuid, VacancyRow>> {
  const named = [...new Set(vacancies)];
  const found = new Map<Uuid, VacancyRow>();
  for (let at = 0; at < named.length; at += NAMED_AT_ONCE) {
    const some = { in: named.slice(at, at + NAMED_AT_ONCE) };
    for (const row of await rowsNow(reading, { vacancy: some })) found.set(row.vacancy, row);
  }
  return found;
}

/** The same reading, whatever the actor's scope: for what decides who may act. */
export function unscoped(reading: OpenReading): OpenReading {
  return { ...reading, scope: EVERYTHING };
}
