import { plus } from '../calendar';
import type { Body, Entry, Officer } from '../world/desk';
import type { Random } from '../world/random';
import { residenceOf, RESIDENCES, type Residence, type Row } from '../world/territory';
import type { ShownVacancy } from './shown';
import type { Town } from './town';

/** The dwelling of a vacancy, and what its declaration says. */
export interface Declaration {
  readonly residence: Residence;
  readonly body: Row;
}

/** One vacancy in the hands of its officer, who moves its days forward as the process goes on. */
export class Dossier {
  id = '';
  /** The day of the next step. */
  day: string;

  constructor(
    readonly town: Town,
    readonly random: Random,
    readonly declaration: Declaration,
  ) {
    this.day = plus(`${town.settings.year}-01-02`, random.below(240));
  }

  get residence(): Residence {
    return this.declaration.residence;
  }

  get landlord(): Officer {
    return this.town.landlord(this.residence, this.random);
  }

  /** Some days later, and never after today. */
  later(least: number, most: number): string {
    const day = plus(this.day, this.random.between(least, most));
    this.day = day > this.town.today ? this.town.today : day;
    return this.day;
  }

  async look(): Promise<ShownVacancy> {
    return this.town.desk.read<ShownVacancy>(this.town.officer('auditeur'), `/vacancies/${this.id}`);
  }

  act(officer: Officer, verb: string, body: Body): Promise<Entry> {
    const how = { vacancy: this.id };
    return this.town.desk.command(officer, verb, `/vacancies/${this.id}/${verb}`, body, how);
  }

  actFor(officer: Officer, candidate: string, verb: string, body: Body): Promise<Entry> {
    const how = { vacancy: this.id, candidate };
    const path = `/vacancies/${this.id}/candidates/${candidate}/${verb}`;
    return this.town.desk.command(officer, verb, path, body, how);
  }

  /** The columns of the candidate's household as they were last said, or undefined where another process designated it. */
  household(candidate: string): Row | undefined {
    return householdOf(this.town.desk.journal, this.id, candidate);
  }
}

/** What the journal knows of a candidate: its designation, then each correction in the order of the revisions. */
export function householdOf(journal: readonly Entry[], vacancy: string, candidate: string): Row | undefined {
  const said = journal
    .filter((entry) => entry.vacancy === vacancy && entry.done)
    .filter(({ verb, answer }) => (verb === 'candidates' || verb === 'facts') && answer.candidate === candidate)
    .sort((a, b) => a.answer.revision! - b.answer.revision!);
  if (said.length === 0) return undefined;
  const {
    motif: _motif,
    fondement: _basis,
    code_reservataire: _holder,
    ...columns
  } = Object.assign({}, ...said.map(({ body }) => body)) as Record<string, string>;
  return columns;
}

/** A dwelling of its own for the vacancy of that number; a file names some of them. */
export function declarationOf(town: Town, random: Random, number: number): Declaration {
  const named = town.named.get(number);
  const common = { date_liberation: plus(town.today, random.between(-300, 60)), motif_liberation: 'depart' };
  if (named) {
    const { reference, residence } = named;
    const body = { reference_logement: reference, code_residence: residence, premiere_mise_en_location: 'O' };
    return { residence: residenceOf(residence), body: { ...common, ...body } };
  }
  const residence = random.pick(RESIDENCES);
  const body = {
    reference_logement: `LGT-${number}`,
    code_residence: residence.code,
    typologie: random.pick(['T1', 'T2', 'T3', 'T4', 'T5']),
    financement: random.pick(['PLAI', 'PLUS', 'PLS']),
    surface: String(random.between(20, 95)),
    loyer: '450',
  };
  return { residence, body: { ...common, ...body } };
}
