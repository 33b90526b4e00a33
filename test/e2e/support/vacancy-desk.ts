import type { StartedApi } from './started-api';

/** The answer to a command about a vacancy. */
export interface VacancyAnswered {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly vacancy: string;
    readonly candidate: string;
    readonly allocation: string;
    readonly code: string;
    readonly notices: readonly string[];
  };
}

/** The household's columns of a designation. */
export const A_HOUSEHOLD = {
  type_demande: 'premier_acces',
  personnes_14_ans_et_plus: '2',
  enfants_moins_14_ans: '0',
  ressources_annuelles: '9000',
  quartile: '',
  dalo: 'N',
  categorie_prioritaire: '',
  relogement: '',
  commune_domicile: '75112',
  commune_travail: '78621',
  mobilite_professionnelle: 'N',
  travailleur_essentiel: 'O',
  composition: 'couple',
};

/** Brings vacancies forward over HTTP, on this machine. */
export class VacancyOffice {
  private made = 0;

  constructor(
    private readonly service: StartedApi,
    readonly today: string,
    /** The dwellings and households of each office are its own. */
    private readonly name: string,
  ) {}

  async post(path: string, body: object, headers: object = {}): Promise<VacancyAnswered> {
    const answer = await fetch(`${this.service.url}/api/vacancies${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: answer.status, etag: answer.headers.get('etag'), body: (await answer.json()) as never };
  }

  async done(path: string, body: object): Promise<VacancyAnswered['body']> {
    const answer = await this.post(path, body);
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  number(): string {
    return `078${this.name}${String((this.made += 1)).padStart(11, '0')}`;
  }

  /** A vacancy of R1, oriented to VILLE. */
  async oriented(reference = `LOGT-${this.name}-${(this.made += 1)}`): Promise<string> {
    const declaration = { reference_logement: reference, code_residence: 'R1', date_liberation: '2999-01-01' };
    const given = { ...declaration, motif_liberation: 'depart', typologie: 'T3', financement: 'PLUS' };
    const { vacancy } = await this.done('', given);
    await this.done(`/${vacancy}/orientation`, { code_reservataire: 'VILLE' });
    return vacancy;
  }

  async designated(vacancy: string, numero_unique = this.number(), cells: object = {}): Promise<string> {
    return (await this.done(`/${vacancy}/candidates`, { ...A_HOUSEHOLD, numero_unique, ...cells })).candidate;
  }

  /** A vacancy that the household of that number has accepted. */
  async accepted(numero_unique = this.number(), reference?: string): Promise<string> {
    const vacancy = await this.oriented(reference);
    const candidates = [await this.designated(vacancy, numero_unique)];
    for (let count = 0; count < 2; count += 1) candidates.push(await this.designated(vacancy));
    const decisions = candidates.map((candidate, at) => ({ candidate, decision: 'attribution_rang', rang: at + 1 }));
    await this.done(`/${vacancy}/commission`, { date_caleol: this.today, decisions });
    await this.done(`/${vacancy}/candidates/${candidates[0]}/offer`, { date_notification: this.today });
    await this.done(`/${vacancy}/candidates/${candidates[0]}/acceptance`, { date: this.today });
    return vacancy;
  }

  async history(vacancy: string): Promise<readonly { readonly type: string; readonly allocation: string | null }[]> {
    const answer = await this.service.get(`/api/vacancies/${vacancy}/history`);
    return ((await answer.json()) as { readonly events: [] }).events;
  }
}
