import { EVERYTHING } from '#access';
import { addDays, type Day } from '#kernel';
import { RecordedCircumstances } from '#vacancy/testing';
import { leases, TERRITORY, type Row } from './territory';
import { VacancyApi } from './vacancy-api';

/** R5 was L-A's before L-B had it; R6 is in a district of its own; the first letting of NEUF goes to ETAT. */
const FILES = {
  'qpv.csv': [
    ...TERRITORY['qpv.csv']!,
    { code_qpv: 'L-Q3', nom: 'Troisième', code_insee: '78297', date_debut: '2015-01-01', date_fin: '' },
  ],
  'residences.csv': TERRITORY['residences.csv']!.map((row): Row =>
    row['code_residence'] === 'R6' ? { ...row, code_qpv: 'L-Q3' } : row,
  ),
  'proprietes.csv': [{ code_residence: 'R5', date_debut: '2015-01-01', code_bailleur: 'L-B' }],
  'logements.csv': ['NEUF', 'NEUF-2'].map((reference_logement): Row => {
    return { reference_logement, code_residence: 'R1', code_reservataire: 'ETAT' };
  }),
};

function numberOf(household: object): string {
  return (household as Row)['numero_unique']!;
}

/** Brings vacancies to where a command is refused. */
export class RefusalDesk {
  private constructor(readonly api: VacancyApi) {}

  static async start(): Promise<RefusalDesk> {
    const api = await VacancyApi.start(FILES);
    const setting = { date_debut: '2025-03-01', demande_du_maire: '2025-01-15', qpv: ['L-Q3'] };
    expect((await api.put('/qpv-commissions/78297', setting)).status).toBe(201);
    return new RefusalDesk(api);
  }

  /** Everybody may act again, as the administrator. */
  reset(): void {
    this.api.scope = EVERYTHING;
    jest.restoreAllMocks();
  }

  readonly before = (days: number): Day => addDays(this.api.today, -days);
  readonly about = (vacancy: string, candidate: string, verb: string): string =>
    `/vacancies/${vacancy}/candidates/${candidate}/${verb}`;

  /** Candidates of an oriented vacancy, and the households that they are. */
  async candidates(count: number, cells: object = {}) {
    const vacancy = await this.api.oriented(cells);
    const households = Array.from({ length: count }, () => this.api.household());
    const made: string[] = [];
    for (const household of households)
      made.push((await this.api.done(`/vacancies/${vacancy}/candidates`, household)).candidate);
    return { vacancy, households, made };
  }

  readonly ranked = (made: readonly string[], cells: readonly object[] = []) =>
    made.map((candidate, at) => ({ candidate, decision: 'attribution_rang', rang: at + 1, ...cells[at] }));

  /** Three candidates, decided forty days ago. */
  async decided(cells: readonly object[] = []) {
    const { vacancy, households, made } = await this.candidates(3);
    await this.api.done(`/vacancies/${vacancy}/commission`, {
      date_caleol: this.before(40),
      decisions: this.ranked(made, cells),
    });
    return { vacancy, households, made: made as [string, string, string] };
  }

  async offered() {
    const { vacancy, households, made } = await this.decided();
    await this.api.done(this.about(vacancy, made[0], 'offer'), { date_notification: this.before(30), delai_jours: 20 });
    return { vacancy, households, made };
  }

  async accepted() {
    const { vacancy, households, made } = await this.offered();
    await this.api.done(this.about(vacancy, made[0], 'acceptance'), { date: this.before(20) });
    return { vacancy, households, made };
  }

  /** A file records a lease of the household, cancelled or not. */
  async lease(household: object, number: number, annulee: 'O' | 'N'): Promise<void> {
    const [row] = leases(number, number);
    const cells = { numero_unique: numberOf(household), annulee };
    expect((await this.api.service.send({ 'attributions.csv': [{ ...row!, ...cells }] })).status).toBe(200);
  }

  readonly end = (household: object) =>
    this.api.done('/households/ending', {
      numero_unique: numberOf(household),
      date: this.api.today,
      motif: 'renonciation',
    });
  readonly reopen = (household: object) =>
    this.api.done('/households/reopening', { numero_unique: numberOf(household) });

  /** No landlord can set its quorum yet: the circumstances of the command say it here. */
  withQuorum(quorum: number): void {
    const { of } = RecordedCircumstances.prototype;
    jest.spyOn(RecordedCircumstances.prototype, 'of').mockImplementation(async function (
      this: RecordedCircumstances,
      ...asked
    ) {
      const found = await of.apply(this, asked);
      return found && { ...found, quorum };
    });
  }
}
