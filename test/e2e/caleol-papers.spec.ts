import { limitedTo, EVERYTHING, type Role, type Scope } from '#access';
import { ThisThreadVerifier } from '#audit';
import { readPdf } from '#documents/testing';
import { ThisThreadImporter } from '#exchange';
import type { Authenticator } from '#http';
import { newUuid } from '#kernel';
import { buildApi } from '#service';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openedSitting } from './support/sittings';
import { startedApi, type StartedApi } from './support/started-api';
import { TERRITORY } from './support/territory';

/** R1 is L-A's, in 78621 and in a QPV; R2 is L-B's. */
const FILES = {
  ...TERRITORY,
  'notes.csv': [{ code_residence: 'R1', date_effet: '2023-01-01', note_commune: '4', note_bailleur: '4' }],
};
const TODAY = '2023-06-15';
const NUMBER = '07800000000009999';

class ScopedAuthenticator implements Authenticator {
  role: Role = 'administrateur';
  scope: Scope = EVERYTHING;

  actorOf() {
    return Promise.resolve({ id: 'agent', role: this.role, scope: this.scope });
  }
}

interface Paper {
  readonly landlord: { readonly code: string; readonly name: string };
  readonly vacancies: readonly {
    readonly vacancy: string;
    readonly note: number | null;
    readonly candidates: readonly { readonly candidate: string; readonly number: number; readonly quartile: unknown }[];
    readonly commissions: readonly {
      readonly decisions: readonly { readonly candidate: string; readonly motive: string | null }[];
      readonly corrections: readonly { readonly motive: string; readonly replaced: readonly object[] }[];
    }[];
  }[];
}

describe('the papers of a commission, over HTTP', () => {
  const authenticator = new ScopedAuthenticator();
  let service: StartedApi;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    service = await startedApi();
    expect((await service.send(FILES)).status).toBe(200);
    const { installation } = service;
    app = await buildApi(installation, {
      authenticator,
      importer: new ThisThreadImporter(installation),
      verifier: new ThisThreadVerifier(installation),
    });
  });
  afterAll(async () => {
    await app.close();
    await service.stop();
  });
  afterEach(() => {
    authenticator.role = 'administrateur';
    authenticator.scope = EVERYTHING;
  });

  const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
    app.inject({ method, url: `/api${url}`, payload, headers: { host: 'localhost:3000' } });
  const get = async <Body = Paper>(url: string): Promise<Body> => {
    const answer = await ask('GET', url);
    expect([url, answer.statusCode, answer.statusCode < 400 || answer.body]).toEqual([url, 200, true]);
    return answer.json();
  };
  const refused = async (url: string): Promise<readonly [number, string]> => {
    const answer = await ask('GET', url);
    return [answer.statusCode, answer.json<{ code: string }>().code];
  };
  const done = async (path: string, body: object): Promise<{ vacancy: string; candidate: string }> => {
    const answer = await ask('POST', `/vacancies${path}`, body);
    expect([path, answer.statusCode, answer.body]).toEqual([path, 201, expect.anything()]);
    return answer.json();
  };

  let written = 0;
  async function designated(residence = 'R1'): Promise<{ vacancy: string; candidates: readonly string[] }> {
    const reference_logement = `LOGT-${(written += 1)}`;
    const { vacancy } = await done('', {
      reference_logement,
      code_residence: residence,
      date_liberation: TODAY,
      motif_liberation: 'depart',
      typologie: 'T3',
      loyer: '412,30',
    });
    await done(`/${vacancy}/orientation`, { code_reservataire: 'VILLE' });
    const candidates: string[] = [];
    for (let at = 0; at < 3; at += 1) {
      const { candidate } = await done(`/${vacancy}/candidates`, {
        type_demande: 'premier_acces',
        numero_unique: `${NUMBER}${(written += 1)}`,
        personnes_14_ans_et_plus: 1,
        enfants_moins_14_ans: 0,
        quartile: 1,
        dalo: at === 0 ? 'O' : 'N',
      });
      candidates.push(candidate);
    }
    return { vacancy, candidates };
  }

  const sittingOf = (landlord: string) => openedSitting(service, landlord, TODAY);

  const held = (vacancy: string, [first, second, third]: readonly string[], seance?: string, motif = 'equilibre') => ({
    path: `/${vacancy}/commission`,
    body: {
      date_caleol: TODAY,
      presents: 6,
      ...(seance && { seance }),
      decisions: [
        { candidate: first, decision: 'attribution_rang', rang: 1, voix: { pour: 3, contre: 3, maire: 'pour' } },
        { candidate: second, decision: 'attribution_rang', rang: 2 },
        { candidate: third, decision: 'non_attribution', motif },
      ],
    },
  });

  const reads = async () => {
    const events = await service.installation.eventStore.readAll({ types: ['NamedListRead'], maxCount: 100 });
    return events.map(({ data, people }) => [data['list'], people?.household]);
  };

  it('give the agenda of a sitting, then its minutes with what a correction replaced', async () => {
    const one = await designated();
    const other = await designated();
    await designated('R2');
    const sitting = await sittingOf('L-A');
    const agenda = await get(`/commissions/${sitting}/agenda`);
    expect(agenda.landlord.code).toBe('L-A');
    const shown = agenda.vacancies.map(({ vacancy }) => vacancy);
    expect([...shown].sort()).toEqual([one.vacancy, other.vacancy].sort());
    expect(agenda.vacancies[0]).toMatchObject({ note: 4, dwellingType: 'T3', rent: 41_230, holder: { code: 'VILLE' } });
    expect(agenda.vacancies[0]!.candidates.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(agenda.vacancies[0]!.candidates[0]).toMatchObject({ quartile: 1, priority: true });
    expect((await get(`/commissions/${sitting}/minutes`)).vacancies).toEqual([]);

    const { path, body } = held(one.vacancy, one.candidates, sitting);
    await done(path, body);
    const corrected = held(one.vacancy, one.candidates, sitting, 'taux_effort').body;
    await done(`${path}/correction`, { ...corrected, motif: 'erreur' });
    const { vacancies } = await get(`/commissions/${sitting}/minutes`);
    expect(vacancies.map(({ vacancy }) => vacancy)).toEqual([one.vacancy]);
    const [commission] = vacancies[0]!.commissions;
    expect(commission!.decisions.map(({ candidate, motive }) => [candidate, motive])).toEqual([
      [one.candidates[0], null],
      [one.candidates[1], null],
      [one.candidates[2], 'taux_effort'],
    ]);
    expect(commission!.corrections).toMatchObject([
      { motive: 'erreur', replaced: [{ from: { motive: 'equilibre' }, to: { motive: 'taux_effort' } }] },
    ]);
    // The vacancy stays on the agenda of the sitting that decided it, beside those that still wait.
    expect((await get(`/commissions/${sitting}/agenda`)).vacancies).toHaveLength(2);
  });

  it('give those of one vacancy, also as files', async () => {
    const { vacancy, candidates } = await designated();
    expect((await get(`/vacancies/${vacancy}/commission/agenda`)).vacancies[0]!.candidates).toHaveLength(3);
    const { path, body } = held(vacancy, candidates);
    await done(path, body);
    expect((await get(`/vacancies/${vacancy}/commission/minutes`)).vacancies[0]!.commissions).toHaveLength(1);
    for (const paper of ['agenda', 'minutes']) {
      const url = `/vacancies/${vacancy}/commission/${paper}`;
      const pdf = await ask('GET', `${url}?format=pdf`);
      expect(pdf.headers['content-type']).toBe('application/pdf');
      expect(pdf.headers['content-disposition']).toMatch(/filename="mixite-caleol-[a-z0-9-]+\.pdf"/);
      const text = readPdf(pdf.rawPayload).pages.join('\n');
      expect(text).toContain('Commission d’attribution');
      expect(text).not.toContain(NUMBER);
      const xlsx = await ask('GET', `${url}?format=xlsx`);
      expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
      expect((await ask('GET', `${url}?format=csv`)).statusCode).toBe(400);
    }
    const minutes = readPdf((await ask('GET', `/vacancies/${vacancy}/commission/minutes?format=pdf`)).rawPayload);
    expect(minutes.pages.join('\n')).toContain('voix prépondérante');
  });

  it('are unknown outside the scope, and a holder sees only its own vacancies of a sitting', async () => {
    const { vacancy } = await designated();
    const sitting = await sittingOf('L-A');
    authenticator.scope = limitedTo({ landlord: ['L-B'] });
    expect(await refused(`/commissions/${sitting}/agenda`)).toEqual([404, 'unknown-sitting']);
    expect(await refused(`/commissions/${sitting}/minutes`)).toEqual([404, 'unknown-sitting']);
    expect(await refused(`/vacancies/${vacancy}/commission/agenda`)).toEqual([404, 'unknown-vacancy']);
    authenticator.scope = limitedTo({ holder: ['VILLE'] });
    const { vacancies } = await get(`/commissions/${sitting}/agenda`);
    expect(vacancies.map((one) => one.vacancy)).toContain(vacancy);
    authenticator.scope = EVERYTHING;
    expect(await refused(`/commissions/${newUuid()}/agenda`)).toEqual([404, 'unknown-sitting']);
  });

  describe('the letters', () => {
    const textOf = async (url: string): Promise<string> => {
      const answer = await ask('GET', url);
      expect([url, answer.statusCode]).toEqual([url, 200]);
      expect(answer.headers['cache-control']).toBe('no-store');
      return readPdf(answer.rawPayload).pages.join('\n').replace(/\s+/g, ' ');
    };

    it('tell an offer with its last day and a refusal with its motive, and each reading is recorded', async () => {
      const { vacancy, candidates } = await designated();
      const { path, body } = held(vacancy, candidates);
      await done(path, body);
      const letters = `/vacancies/${vacancy}/candidates`;
      const before = await reads();
      expect(await refused(`${letters}/${candidates[0]}/offer`)).toEqual([409, 'not-in-this-status']);
      expect(await refused(`${letters}/${candidates[1]}/offer?date_notification=2023-06-16`)).toEqual([
        409,
        'not-the-first-rank',
      ]);
      expect(await refused(`${letters}/${candidates[0]}/notice`)).toEqual([409, 'not-in-this-status']);
      expect(await refused(`${letters}/${newUuid()}/notice`)).toEqual([404, 'unknown-candidate']);
      expect(await reads()).toEqual(before);

      const planned = await textOf(`${letters}/${candidates[0]}/offer?date_notification=16/06/2023&delai_jours=12`);
      expect(planned).toContain('jusqu’au 28 juin 2023 inclus');
      await done(`/${vacancy}/candidates/${candidates[0]}/offer`, { date_notification: '2023-06-16' });
      const offer = await textOf(`${letters}/${candidates[0]}/offer`);
      expect(offer).toContain('jusqu’au 26 juin 2023 inclus');
      expect(offer).toContain(`sous le numéro unique ${NUMBER}`);
      const notice = await textOf(`${letters}/${candidates[2]}/notice`);
      expect(notice).toContain('la commission a tenu compte de l’équilibre de l’occupation sociale de la résidence');
      const recorded = (await reads()).slice(before.length);
      expect(recorded.map(([list]) => list)).toEqual(['offer-letter', 'offer-letter', 'refusal-letter']);
      expect(new Set(recorded.map(([, household]) => household)).size).toBe(2);
      // Reading a letter is no step of the process.
      expect(await get<object>(`/vacancies/${vacancy}`)).toMatchObject({ status: 'offered' });
    });

    it('are for the landlord, and for who may read names', async () => {
      const { vacancy, candidates } = await designated();
      const { path, body } = held(vacancy, candidates);
      await done(path, body);
      const url = `/vacancies/${vacancy}/candidates/${candidates[2]}/notice`;
      const before = await reads();
      authenticator.scope = limitedTo({ landlord: ['L-B'] });
      expect(await refused(url)).toEqual([404, 'unknown-vacancy']);
      authenticator.scope = limitedTo({ holder: ['VILLE'] });
      expect(await refused(url)).toEqual([403, 'scope-not-allowed']);
      authenticator.scope = EVERYTHING;
      authenticator.role = 'auditeur';
      expect(await refused(url)).toEqual([403, 'not-allowed']);
      expect(await reads()).toEqual(before);
      authenticator.role = 'administrateur';
      authenticator.scope = limitedTo({ landlord: ['L-A'] });
      expect(await textOf(url)).toContain(NUMBER);
    });

    it('are worded by the territory from its first day on', async () => {
      const { vacancy, candidates } = await designated();
      const { path, body } = held(vacancy, candidates);
      await done(path, body);
      await done(`/${vacancy}/candidates/${candidates[2]}/notice`, { date: TODAY });
      const url = `/vacancies/${vacancy}/candidates/${candidates[2]}/notice`;
      const worded = (from: string, texte: string) => ({
        'courriers.csv': [{ code: 'non_attribution', date_effet: from, objet: 'Votre dossier', texte }],
      });
      const faulty = await service.send(worded('2023-06-01', 'Refus : {motfi}'));
      expect(faulty.status).toBe(422);
      expect((await faulty.json()) as object).toMatchObject({
        faults: [
          { file: 'courriers.csv', line: 2, column: 'texte', message: expect.stringContaining('{motfi}') as string },
          { file: 'courriers.csv', line: 2, column: 'texte', message: expect.stringContaining('{motif}') as string },
        ],
      });
      expect((await service.send(worded('2023-06-01', 'Chez nous : {motif}.'))).status).toBe(200);
      expect((await service.send(worded('2023-06-16', 'Plus tard : {motif}.'))).status).toBe(200);
      expect(await textOf(url)).toContain('Chez nous : la commission a tenu compte');
      expect((await service.send(worded('2023-06-01', 'Corrigé : {motif}.'))).status).toBe(200);
      expect(await textOf(url)).toContain('Corrigé : la commission');
    });
  });
});
