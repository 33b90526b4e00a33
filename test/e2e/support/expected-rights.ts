import { EVERYTHING, limitedTo, NOTHING, type Right, type Role, type Scope, type ScopeKind } from '#access';
import type { Row } from './territory';

/**
 * The answer of every route to an administrator under every scope, written by hand. One letter for each scope, from left to right. Every
 * other role that has the right gets, under the scopes of its own kind, what an administrator of the same codes gets; under the others `s`.
 * y: the request is accepted and answered (2xx). v: a value is refused (422), after the rights were checked. s: `scope-not-allowed`. n: the role never has the right. u: unknown (404), as if the
 * thing did not exist. r: a rule refuses the command (409), after the rights were checked: nothing is written, so the same request can be
 * sent under every scope.
 */
type Letters = string;

/** There are leases in R1 (landlord L-A, commune 78621, holder ETAT), R2 (L-B, 78621, VILLE) and R4 (L-B, 78297, VILLE). */
export const SCOPES: readonly Scope[] = [
  EVERYTHING,
  limitedTo({ landlord: ['L-A'] }),
  limitedTo({ landlord: ['L-B'] }),
  limitedTo({ holder: ['ETAT'] }),
  limitedTo({ holder: ['VILLE'] }),
  limitedTo({ commune: ['78621'] }),
  limitedTo({ commune: ['78297'] }),
  // Several kinds at once: with no code of R1, with its holder, with its landlord.
  limitedTo({ landlord: ['L-B'], holder: ['VILLE'], commune: ['78297'] }),
  limitedTo({ holder: ['ETAT'], commune: ['78297'] }),
  limitedTo({ landlord: ['L-A'], commune: ['78297'] }),
  limitedTo({}),
  NOTHING,
];

/** The answers before anything of the request is read: they depend only on the kinds of codes that give the right. */
const ALL_ONLY: Letters = 'yssssssssssn';
const ANY: Letters = 'yyyyyyyyyysn';
const LANDLORD: Letters = 'yyyssssysysn';
const LANDLORD_COMMUNE: Letters = 'yyyssyyyyysn';
const COMMUNE: Letters = 'yssssyyyyysn';

/** The kind of codes of each role that has not the scope of everything. */
const BOUND: Readonly<Partial<Record<Role, ScopeKind>>> = {
  bailleur: 'landlord',
  reservataire: 'holder',
  commune: 'commune',
};

/** The letter of a role under a scope; undefined for a scope of several kinds, which only an administrator could have. */
export function letterFor(role: Role, roles: readonly Role[], letters: Letters, at: number): string | undefined {
  const scope = SCOPES[at]!;
  const kinds = scope.kind === 'limited' ? Object.keys(scope.codes) : [];
  if (role !== 'administrateur' && kinds.length > 1) return undefined;
  if (role === 'system') return 'k';
  if (!roles.includes(role) || scope.kind === 'none') return 'n';
  const own = scope.kind === 'all' ? BOUND[role] === undefined : kinds[0] === BOUND[role] && kinds.length === 1;
  return role === 'administrateur' || own ? letters[at]! : 's';
}

/** The request with the answers that the role gets. */
export function expectedOf(request: ExpectedRequest, role: Role): ExpectedRequest {
  const own = request.as?.[role];
  if (!own) return request;
  const [letter, row] = own;
  const { letters, shows } = request;
  const shown = shows && { ...shows, rows: [row, ...shows.rows.slice(1)] };
  return { ...request, letters: `${letter}${letters.slice(1)}`, ...(shown && { shows: shown }) };
}

/** A complete and valid request, and its answers. */
export interface ExpectedRequest {
  readonly url: string;
  readonly body?: object | FormData;
  readonly letters: Letters;
  /** Roles that get another answer under a scope of everything: its letter, and what it shows. */
  readonly as?: Readonly<Partial<Record<Role, readonly [letter: string, row: string]>>>;
  /** Reads what an answer shows; `rows` are the expected values, one for each scope that is accepted. */
  readonly shows?: { readonly of: (answer: string) => readonly string[]; readonly rows: readonly string[] };
}

export interface ExpectedRoute {
  /** The right that the route declares and that the OpenAPI document shows. */
  readonly right: Right;
  /** The roles that have the right; every other role never has it. */
  readonly roles: readonly Role[];
  readonly before: Letters;
  readonly requests: readonly ExpectedRequest[];
}

/** The roles of each right. */
const DESIGNERS: readonly Role[] = ['administrateur', 'agent_epci', 'bailleur', 'reservataire', 'commune'];
const LIST_READERS: readonly Role[] = [...DESIGNERS, 'etat', 'auditeur'];
const FIGURE_READERS: readonly Role[] = [...LIST_READERS, 'statisticien', 'elu'];
const WHOLE_READERS: readonly Role[] = ['administrateur', 'agent_epci', 'auditeur'];
const LEASE_RECORDERS: readonly Role[] = ['administrateur', 'agent_epci', 'bailleur'];
const NAME_READERS: readonly Role[] = ['administrateur', 'agent_epci', 'bailleur', 'reservataire', 'auditeur'];
const LANDLORDS_ROLES: readonly Role[] = ['administrateur', 'bailleur'];
const ADMINISTRATOR: readonly Role[] = ['administrateur'];

const PERIOD = 'from=2023-01-01&to=2024-12-31';
const RESIDENCES = ['R1 R2 R4', 'R1', 'R2 R4', 'R1', 'R2 R4', 'R1 R2', 'R4', 'R2 R4', 'R1 R4', 'R1 R4'];
const NOTED = ['R1 R2 R4', 'R1', 'R2 R4', 'R1 R2', 'R4', 'R2 R4', 'R4', 'R1 R4'];
const LANDLORDS = ['L-A L-B', 'L-A', 'L-B', 'L-B', 'L-A'];

const json = (answer: string) => JSON.parse(answer) as Record<string, unknown>;
const each = (member: string, name: string) => (answer: string) =>
  (json(answer)[member] as readonly Record<string, string>[]).map((one) => one[name]!);
const figureIds = (answer: string) =>
  (json(answer)['figures'] as readonly { scope: { id: string } }[]).map(({ scope }) => scope.id);
const landlordIds = (answer: string) => each('landlords', 'id')(answer);
/** The residences of a table of leases. */
const csvResidences = (answer: string) =>
  answer
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';')[3]!);

export const LEASE_AT_R1: Row = lease('1', 'R1', 'ETAT');
export const LEASES: readonly Row[] = [LEASE_AT_R1, lease('2', 'R2', 'VILLE'), lease('3', 'R4', 'VILLE')];

const NOTE = { note: 4, from: '2023-03-01', comment: 'Halls à reprendre' };
const MEETING = {
  ...NOTE,
  comment: undefined,
  heldOn: '2023-02-01',
  attendees: ['commune', 'landlord'],
  reason: 'Halls',
};

function figures(...requests: readonly ExpectedRequest[]): ExpectedRoute {
  return { right: 'read-figures', roles: FIGURE_READERS, before: ANY, requests };
}

const COMMUNES = 'code_insee;nom\n78621;Trappes\n';
const FREE_AT_R1 =
  'reference_logement;code_residence;date_liberation;motif_liberation\nR1-LIBRE;R1;2024-06-01;depart\n';

function uploaded(file: string, text: string): FormData {
  const form = new FormData();
  form.append(file, new Blob([text]), file);
  return form;
}

/** A vacancy in R1, oriented to ETAT and closed, with one candidate; the spec replaces both ids. */
const VACANCY = '/api/vacancies/{vacancy}';
const CANDIDATE = `${VACANCY}/candidates/{candidate}`;
const SITTING = '/api/commissions/{seance}';
/** The right, its roles, the answer before anything is read and the answer for that vacancy. */
type VacancyAccess = readonly [right: Right, roles: readonly Role[], before: Letters, letters: Letters];
const BY_LANDLORD: VacancyAccess = ['let-dwellings', LANDLORDS_ROLES, LANDLORD, 'rrsssssssrsn'];
const BY_HOLDER: VacancyAccess = ['designate', [...DESIGNERS, 'etat'], ANY, 'rrsrsrssrrsn'];
const BY_COMMUNE: VacancyAccess = [
  'endorse-candidates',
  ['administrateur', 'agent_epci', 'commune'],
  COMMUNE,
  'rssssrsssssn',
];
const TO_RETURN: VacancyAccess = ['return-vacancies', DESIGNERS, ANY, 'rrsrsrssrrsn'];
const TO_READ: VacancyAccess = ['read-vacancies', LIST_READERS, ANY, 'yyuyuyuuyysn'];
const SITTING_ACCESS: VacancyAccess = ['read-vacancies', LIST_READERS, ANY, 'yyuuuuuuuysn'];
const LETTER_ACCESS: VacancyAccess = ['let-dwellings', LANDLORDS_ROLES, LANDLORD, 'rrussssusrsn'];
/** Another dwelling of R1, whose vacancy is open. */
export const OPEN_DWELLING = {
  reference_logement: 'LOGT-LIBRE',
  code_residence: 'R1',
  date_liberation: '2023-06-01',
  motif_liberation: 'depart',
};
const ON = { date: '2023-06-01' };
const DECISIONS = { date_caleol: '2023-06-01', decisions: [{ candidate: 'C', decision: 'attribution' }] };

export const CANDIDATE_OF_R1 = {
  type_demande: 'premier_acces',
  numero_unique: '078000000099999994',
  personnes_14_ans_et_plus: '1',
  enfants_moins_14_ans: '0',
  dalo: 'N',
};

function running(url: string, [right, roles, before, letters]: VacancyAccess, body?: object): ExpectedRoute {
  return { right, roles, before, requests: [{ url, letters, body }] };
}

function aboutVacancy(verb: string, access: VacancyAccess, body: object): Readonly<Record<string, ExpectedRoute>> {
  return { [`POST ${VACANCY}/${verb}`]: running(`${VACANCY}/${verb}`, access, body) };
}

function aboutCandidate(verb: string, access: VacancyAccess, body: object): Readonly<Record<string, ExpectedRoute>> {
  return { [`POST ${CANDIDATE}/${verb}`]: running(`${CANDIDATE}/${verb}`, access, body) };
}

const VACANCIES: Readonly<Record<string, ExpectedRoute>> = {
  [`GET ${VACANCY}`]: running(VACANCY, TO_READ),
  [`GET ${VACANCY}/history`]: running(`${VACANCY}/history`, TO_READ),
  [`GET ${VACANCY}/vigilance`]: running(`${VACANCY}/vigilance?candidate={candidate}`, TO_READ),
  [`POST ${VACANCY}/vigilance`]: running(`${VACANCY}/vigilance`, TO_READ, CANDIDATE_OF_R1),
  [`GET ${VACANCY}/commission/agenda`]: running(`${VACANCY}/commission/agenda`, TO_READ),
  [`GET ${VACANCY}/commission/minutes`]: running(`${VACANCY}/commission/minutes`, TO_READ),
  // A sitting of L-A, which has examined nothing.
  [`GET ${SITTING}/agenda`]: running(`${SITTING}/agenda`, SITTING_ACCESS),
  [`GET ${SITTING}/minutes`]: running(`${SITTING}/minutes`, SITTING_ACCESS),
  // The candidate was withdrawn when the vacancy was closed, so it gets no letter: a rule refuses it to the landlord.
  [`GET ${CANDIDATE}/offer`]: running(`${CANDIDATE}/offer`, LETTER_ACCESS),
  [`GET ${CANDIDATE}/notice`]: running(`${CANDIDATE}/notice`, LETTER_ACCESS),
  'POST /api/vacancies': running('/api/vacancies', BY_LANDLORD, OPEN_DWELLING),
  // Of a list each row is judged by itself: that of an unknown vacancy is left out.
  'POST /api/designations': running('/api/designations?dry-run=true', ['designate', [...DESIGNERS, 'etat'], ANY, ANY], {
    designations: [{ vacancy: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d99', ...CANDIDATE_OF_R1 }],
  }),
  ...aboutVacancy('orientation', BY_LANDLORD, { code_reservataire: 'VILLE' }),
  ...aboutVacancy('return', TO_RETURN, { motif: 'sans_candidat' }),
  ...aboutVacancy('candidates', BY_HOLDER, CANDIDATE_OF_R1),
  ...aboutVacancy('commission', BY_LANDLORD, DECISIONS),
  ...aboutVacancy('commission/correction', BY_LANDLORD, { ...DECISIONS, motif: 'erreur' }),
  ...aboutVacancy('lease', BY_LANDLORD, { numero_attribution: 'ATT-9', date_bail: '2023-06-01' }),
  ...aboutVacancy('lease/correction', BY_LANDLORD, { financement: 'PLAI', motif: 'erreur' }),
  ...aboutVacancy('lease/cancellation', BY_LANDLORD, { ...ON, motif: 'erreur' }),
  ...aboutVacancy('closing', BY_LANDLORD, { ...ON, motif: 'travaux' }),
  ...aboutCandidate('facts', BY_HOLDER, { dalo: 'O', motif: 'erreur' }),
  ...aboutCandidate('opinion', BY_COMMUNE, { ...ON, avis: 'favorable' }),
  ...aboutCandidate('withdrawal', BY_HOLDER, { motif: 'erreur', par: 'bailleur' }),
  ...aboutCandidate('endorsement', BY_COMMUNE, { ...ON, accords: ['bailleur', 'reservataire', 'commune', 'epci'] }),
  ...aboutCandidate('deferral', BY_COMMUNE, { ...ON, motif: 'equilibre' }),
  ...aboutCandidate('condition', BY_LANDLORD, ON),
  ...aboutCandidate('notice', BY_LANDLORD, ON),
  ...aboutCandidate('offer', BY_LANDLORD, { date_notification: '2023-06-01' }),
  ...aboutCandidate('acceptance', BY_LANDLORD, ON),
  ...aboutCandidate('refusal', BY_LANDLORD, { ...ON, motif: 'loyer' }),
  ...aboutCandidate('offer/correction', BY_LANDLORD, { motif: 'erreur' }),
};

/** Beside the vacancies. The sitting and the duty are of L-A's closed vacancy, the task is of its open one. */
const EPCI: readonly Role[] = ['administrateur', 'agent_epci'];
const TASK_ROLES: readonly Role[] = [...DESIGNERS, 'etat'];
const listing = (url: string, shows: NonNullable<ExpectedRequest['shows']>): ExpectedRoute => ({
  right: 'read-vacancies',
  roles: LIST_READERS,
  before: ANY,
  requests: [{ url, letters: ANY, shows }],
});
/** The task is the landlord's: neither the EPCI nor the State may say something of it. */
const saidOfTask = (verb: string, body: object, letters = 'yysssssssysn'): ExpectedRoute => ({
  right: 'take-tasks',
  roles: TASK_ROLES,
  before: ANY,
  requests: [{ url: `/api/tasks/{task}/${verb}`, body, letters, as: { agent_epci: ['s', ''], etat: ['s', ''] } }],
});
const BESIDE: Readonly<Record<string, ExpectedRoute>> = {
  'GET /api/vacancies': listing('/api/vacancies', {
    of: (answer) => [String(json(answer)['total'])],
    rows: ['2', '2', '0', '1', '0', '2', '0', '0', '1', '2'],
  }),
  'GET /api/tasks': {
    right: 'take-tasks',
    roles: TASK_ROLES,
    before: ANY,
    requests: [
      {
        url: '/api/tasks',
        letters: ANY,
        shows: { of: each('tasks', 'kind'), rows: ['orient', 'orient', '', '', '', '', '', '', '', 'orient'] },
        as: { agent_epci: ['y', ''], etat: ['y', ''] },
      },
    ],
  },
  'GET /api/duties': listing('/api/duties', {
    of: each('duties', 'residence'),
    rows: ['R1', 'R1', '', 'R1', '', 'R1', '', '', 'R1', 'R1'],
  }),
  'GET /api/qpv-commissions': running('/api/qpv-commissions', ['read-vacancies', LIST_READERS, ANY, ANY]),
  'GET /api/qpv-commissions/figures': figures({
    url: `/api/qpv-commissions/figures?${PERIOD}`,
    letters: 'yssssyyyyysn',
  }),
  'GET /api/refusals': figures({
    url: `/api/refusals?${PERIOD}`,
    letters: ANY,
  }),
  'GET /api/commissions/{seance}': running('/api/commissions/{seance}', SITTING_ACCESS),
  'POST /api/commissions': running('/api/commissions', ['let-dwellings', LANDLORDS_ROLES, LANDLORD, 'yysssssssysn'], {
    landlord: 'L-A',
    date_caleol: '2023-06-01',
  }),
  'POST /api/households/ending': running('/api/households/ending', ['end-applications', DESIGNERS, ANY, ALL_ONLY], {
    ...ON,
    numero_unique: CANDIDATE_OF_R1.numero_unique,
    motif: 'renonciation',
  }),
  'POST /api/households/criteria': running('/api/households/criteria', ['end-applications', DESIGNERS, ANY, ALL_ONLY], {
    ...ON,
    numero_unique: CANDIDATE_OF_R1.numero_unique,
    critere: 'violences',
    piece: ['plainte'],
  }),
  'POST /api/households/criteria/reading': running(
    '/api/households/criteria/reading',
    ['read-named-list', NAME_READERS, ANY, ALL_ONLY],
    { numero_unique: CANDIDATE_OF_R1.numero_unique },
  ),
  'POST /api/households/criteria/withdrawal': running(
    '/api/households/criteria/withdrawal',
    ['end-applications', DESIGNERS, ANY, 'rssssssssssn'],
    { numero_unique: CANDIDATE_OF_R1.numero_unique, critere: 'sortie_ase', motif: 'erreur' },
  ),
  'POST /api/households/reopening': running('/api/households/reopening', ['steer-process', EPCI, ALL_ONLY, ALL_ONLY], {
    numero_unique: CANDIDATE_OF_R1.numero_unique,
  }),
  'POST /api/duties/{duty}/renunciation': running(
    '/api/duties/{duty}/renunciation',
    ['end-applications', DESIGNERS, ANY, 'yysyssssyysn'],
    ON,
  ),
  'PUT /api/qpv-commissions/{code_insee}': running(
    '/api/qpv-commissions/{code_insee}',
    ['steer-process', EPCI, ALL_ONLY, ALL_ONLY],
    { date_debut: '2990-01-01', demande_du_maire: '2023-01-01' },
  ),
  'POST /api/tasks/{task}/postponement': saidOfTask('postponement', { jusqu_au: '2999-06-01' }),
  'POST /api/tasks/{task}/handover': saidOfTask('handover', { a: '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40' }),
  'POST /api/tasks/{task}/completion': saidOfTask('completion', ON, 'rrsssssssrsn'),
};

const OF_VIEWS: VacancyAccess = ['read-list', LIST_READERS, ANY, ANY];
const OF_NO_VIEW: VacancyAccess = ['read-list', LIST_READERS, ANY, 'uuuuuuuuuusn'];
const VIEW_BODY = { list: 'attributions', name: 'Quartile inconnu', query: 'quartile=inconnu', shared: true };

export const EXPECTED: Readonly<Record<string, ExpectedRoute>> = {
  'GET /api/allocations/{allocation}': running('/api/allocations/{allocation}', [
    'read-list',
    LIST_READERS,
    ANY,
    'yyuyuyuuyysn',
  ]),
  'POST /api/allocations/named': running('/api/allocations/named', ['read-named-list', NAME_READERS, ANY, ANY], {
    filter: {},
    motif: 'controle',
  }),
  // A link of nobody: one answer for all who may ask for names.
  'GET /api/allocations/named/{list}': running('/api/allocations/named/inconnue', [
    'read-named-list',
    NAME_READERS,
    ANY,
    'uuuuuuuuuusn',
  ]),
  // A day before the lease: a rule refuses it once the rights were checked.
  ...Object.fromEntries(
    [
      ['cancellation', { date: '2000-01-01', motif: 'erreur' }],
      ['correction', { date_caleol: '2990-01-01', date_bail: '2023-01-01', motif: 'erreur' }],
    ].map(([verb, body]) => [
      `POST /api/allocations/{allocation}/${verb as string}`,
      running(
        `/api/allocations/{allocation}/${verb as string}`,
        ['record-lease', LEASE_RECORDERS, ANY, 'vvsvsvssvvsn'],
        body as object,
      ),
    ]),
  ),
  'GET /api/compliance': figures(
    { url: `/api/compliance?${PERIOD}`, letters: ALL_ONLY },
    {
      url: `/api/compliance?${PERIOD}&scope=bailleur`,
      letters: LANDLORD,
      shows: { of: figureIds, rows: LANDLORDS },
    },
    {
      url: `/api/compliance?${PERIOD}&scope=commune`,
      letters: 'yssssyyyyysn',
      shows: { of: figureIds, rows: ['78297 78621', '78621', '78297', '78297', '78297', '78297'] },
    },
    {
      url: `/api/compliance?${PERIOD}&scope=reservataire`,
      letters: 'yssyyssyyssn',
      shows: {
        of: figureIds,
        rows: ['ETAT VILLE contingent:commune contingent:etat', 'ETAT', 'VILLE', 'VILLE', 'ETAT'],
      },
    },
  ),
  'GET /api/compliance/series': figures(
    { url: '/api/compliance/series?figure=Q1', letters: ALL_ONLY },
    { url: '/api/compliance/series?figure=Q1&scope=bailleur&id=L-A', letters: 'yysssssssysn' },
    { url: '/api/compliance/series?figure=Q1&scope=commune&id=78297', letters: 'ysssssyyyysn' },
  ),
  'GET /api/objectives': figures({ url: `/api/objectives?${PERIOD}`, letters: ANY }),
  // No convention is recorded there.
  'GET /api/objectives/{code}': figures({ url: `/api/objectives/LOI-25?${PERIOD}`, letters: 'uuuuuuuuuusn' }),
  'GET /api/indicators': figures({ url: '/api/indicators', letters: ANY }),
  'GET /api/convention': figures({ url: '/api/convention', letters: ANY }),
  'GET /api/head': figures({ url: '/api/head', letters: ANY }),
  'GET /api/territory': figures({
    url: '/api/territory?on=2024-01-01',
    letters: ANY,
    // Everybody reads the names; the note of a residence follows the scope.
    shows: {
      of: (answer) =>
        (json(answer)['residences'] as readonly { id: string; withinScope: boolean }[])
          .filter(({ withinScope }) => withinScope)
          .map(({ id }) => id),
      rows: ['R1 R2 R4', 'R1', 'R2 R4', '', '', 'R1 R2', 'R4', 'R2 R4', 'R4', 'R1 R4'],
    },
  }),
  'GET /api/convention/schema': figures({ url: '/api/convention/schema', letters: ANY }),
  'GET /api/prefect': figures({
    url: '/api/prefect?semester=2023-S1',
    letters: LANDLORD,
    shows: { of: landlordIds, rows: LANDLORDS },
  }),
  'GET /api/flow': figures({
    url: '/api/flow?year=2023',
    letters: LANDLORD,
    shows: { of: landlordIds, rows: LANDLORDS },
    // Small counts are masked for this role, and this report is made of them.
    as: { statisticien: ['n', ''] },
  }),
  'GET /api/rehousing': figures({
    url: '/api/rehousing',
    letters: LANDLORD,
    shows: { of: each('operations', 'id'), rows: ['OP-1', 'OP-1', '', '', 'OP-1'] },
  }),
  'GET /api/fragility': figures({
    url: '/api/fragility?on=2024-01-01',
    letters: LANDLORD_COMMUNE,
    shows: { of: each('residences', 'id'), rows: NOTED },
  }),
  'GET /api/fragility/coverage': figures({
    url: '/api/fragility/coverage?on=2024-01-01',
    letters: LANDLORD_COMMUNE,
    shows: {
      of: (answer) => [String((json(answer)['total'] as { residences: number }).residences)],
      rows: NOTED.map((codes) => String(codes.split(' ').length)),
    },
  }),
  'GET /api/fragility/reminders': figures({
    url: '/api/fragility/reminders?on=2024-01-01',
    letters: LANDLORD_COMMUNE,
    shows: {
      of: (answer) =>
        (json(answer)['surveys'] as readonly { residence: { id: string } }[]).map(({ residence }) => residence.id),
      rows: NOTED,
    },
  }),
  'GET /api/fragility/lists': figures({
    url: '/api/fragility/lists?on=2024-01-01',
    letters: LANDLORD_COMMUNE,
    shows: {
      of: (answer) =>
        (json(answer)['lists'] as readonly { landlord: { id: string } }[]).map(({ landlord }) => landlord.id),
      rows: ['L-B', '', 'L-B', '', 'L-B', 'L-B', 'L-B', 'L-B'],
    },
  }),
  'GET /api/fragility/{residence}': figures({ url: '/api/fragility/R1?on=2024-01-01', letters: 'yyussyuuuysn' }),
  'GET /api/allocations': {
    right: 'read-list',
    roles: LIST_READERS,
    before: ANY,
    requests: [
      { url: '/api/allocations', letters: ANY, shows: { of: each('allocations', 'code_residence'), rows: RESIDENCES } },
      {
        url: '/api/allocations?limit=1',
        letters: ANY,
        shows: {
          of: (answer) => [String(json(answer)['total'])],
          rows: RESIDENCES.map((codes) => String(codes.split(' ').length)),
        },
      },
    ],
  },
  'GET /api/allocations/export': {
    right: 'read-list',
    roles: LIST_READERS,
    before: ANY,
    requests: [
      { url: '/api/allocations/export?format=csv', letters: ANY, shows: { of: csvResidences, rows: RESIDENCES } },
    ],
  },
  'GET /api/metrics': {
    right: 'read-metrics',
    roles: ['administrateur', 'monitor'],
    before: ALL_ONLY,
    requests: [{ url: '/api/metrics', letters: ALL_ONLY }],
  },
  'POST /api/allocations': {
    right: 'record-lease',
    roles: LEASE_RECORDERS,
    before: ANY,
    requests: [{ url: '/api/allocations', body: LEASE_AT_R1, letters: 'yysysyssyysn' }],
  },
  'POST /api/audit/history': {
    right: 'audit',
    roles: WHOLE_READERS,
    before: ALL_ONLY,
    requests: [{ url: '/api/audit/history', body: { residence: 'R1', names: false }, letters: ALL_ONLY }],
  },
  'POST /api/audit/verify': {
    right: 'verify-history',
    roles: WHOLE_READERS,
    before: ANY,
    requests: [{ url: '/api/audit/verify', letters: ANY }],
  },
  'POST /api/fragility/lists': {
    right: 'establish-list',
    roles: LANDLORDS_ROLES,
    before: LANDLORD,
    requests: [
      {
        url: '/api/fragility/lists',
        body: { landlord: 'L-A', on: '2024-02-01', confirmsEmpty: true },
        letters: 'yysssssssysn',
      },
    ],
  },
  'POST /api/fragility/{residence}/notes': {
    right: 'note-fragility',
    roles: ['administrateur', 'agent_epci', 'bailleur', 'commune'],
    before: LANDLORD_COMMUNE,
    requests: [
      { url: '/api/fragility/R1/notes', body: { ...NOTE, author: 'commune' }, letters: 'yssssysssssn' },
      { url: '/api/fragility/R1/notes', body: { ...NOTE, author: 'landlord' }, letters: 'yysssssssysn' },
    ],
  },
  'POST /api/fragility/{residence}/consensus': {
    right: 'note-fragility',
    roles: ['administrateur', 'agent_epci', 'bailleur', 'commune'],
    before: LANDLORD_COMMUNE,
    requests: [{ url: '/api/fragility/R1/consensus', body: MEETING, letters: 'yysssysssysn' }],
  },
  'POST /api/imports': {
    right: 'import',
    roles: ['administrateur', 'agent_epci', 'bailleur'],
    before: LANDLORD,
    requests: [
      { url: '/api/imports?dry-run=true', body: uploaded('communes.csv', COMMUNES), letters: 'yvvssssvsvsn' },
      { url: '/api/imports?dry-run=true', body: uploaded('vacances.csv', FREE_AT_R1), letters: 'yyvssssvsysn' },
    ],
  },
  'POST /api/projections/{name}/rebuild': {
    right: 'rebuild',
    roles: ADMINISTRATOR,
    before: ALL_ONLY,
    requests: [{ url: '/api/projections/fragility/rebuild', letters: ALL_ONLY }],
  },
  'GET /api/tokens': {
    right: 'manage-tokens',
    roles: ADMINISTRATOR,
    before: ALL_ONLY,
    requests: [{ url: '/api/tokens', letters: ALL_ONLY }],
  },
  // Refused by the rule of a role, so that the installation has no token after it.
  'POST /api/tokens': {
    right: 'manage-tokens',
    roles: ADMINISTRATOR,
    before: ALL_ONLY,
    requests: [{ url: '/api/tokens', body: { role: 'bailleur' }, letters: 'vssssssssssn' }],
  },
  'POST /api/tokens/rotation': {
    right: 'manage-tokens',
    roles: ADMINISTRATOR,
    before: ALL_ONLY,
    requests: [{ url: '/api/tokens/rotation', body: {}, letters: ALL_ONLY }],
  },
  'POST /api/tokens/{token}/revocation': {
    right: 'manage-tokens',
    roles: ADMINISTRATOR,
    before: ALL_ONLY,
    requests: [{ url: '/api/tokens/inconnu/revocation', letters: 'ussssssssssn' }],
  },
  'GET /api/users': {
    right: 'manage-users',
    roles: ADMINISTRATOR,
    before: ALL_ONLY,
    requests: [{ url: '/api/users', letters: ALL_ONLY }],
  },
  // Refused by the rule of a role, so that nobody has an account after it.
  'POST /api/invitations': managingUsers('/api/invitations', { email: 'x@example.org', role: 'bailleur' }, 'v'),
  'POST /api/users/recovery': managingUsers('/api/users/recovery', { email: 'x@example.org' }, 'u'),
  'POST /api/users/revocation': managingUsers('/api/users/revocation', { email: 'x@example.org' }, 'u'),
  'POST /api/users/disabling': managingUsers('/api/users/disabling', { email: 'x@example.org' }, 'u'),
  'GET /api/views': running('/api/views', OF_VIEWS),
  'POST /api/views': running('/api/views', OF_VIEWS, VIEW_BODY),
  // A view of nobody.
  'PUT /api/views/{view}': running('/api/views/inconnue', OF_NO_VIEW, VIEW_BODY),
  'DELETE /api/views/{view}': running('/api/views/inconnue', OF_NO_VIEW),
  'GET /api/preferences': running('/api/preferences', OF_VIEWS),
  'PUT /api/preferences': running('/api/preferences', OF_VIEWS, {
    list: 'attributions',
    columns: ['note'],
    density: 'serree',
  }),
  ...VACANCIES,
  ...BESIDE,
};

/** The managers of a role have this right too, but neither tokens nor the actors of these tests are managers. */
function managingUsers(url: string, body: object, letter: string): ExpectedRoute {
  const letters = `${letter}${ALL_ONLY.slice(1)}`;
  return { right: 'manage-users', roles: ADMINISTRATOR, before: ALL_ONLY, requests: [{ url, body, letters }] };
}

/** Routes about the sender alone, each with an address: whoever comes in may use them. */
export const OWN: Readonly<Record<string, string>> = {
  'GET /api/me': '/api/me',
  'POST /api/me/password': '/api/me/password',
  'POST /api/me/recovery-codes': '/api/me/recovery-codes',
  'POST /api/me/totp': '/api/me/totp',
  'POST /api/me/totp/confirmation': '/api/me/totp/confirmation',
  'PUT /api/session/role': '/api/session/role',
  'DELETE /api/session': '/api/session',
  'GET /api/rights': '/api/rights',
  'GET /api/sessions': '/api/sessions',
  'DELETE /api/sessions/{session}': '/api/sessions/inconnue',
};

/** Routes that answer everybody, each with an address. */
export const OPEN: Readonly<Record<string, string>> = {
  'POST /api/session': '/api/session',
  'POST /api/invitations/reading': '/api/invitations/reading',
  'POST /api/invitations/acceptance': '/api/invitations/acceptance',
  'GET /api/health': '/api/health',
  'GET /api/health/live': '/api/health/live',
  'GET /api/health/ready': '/api/health/ready',
};

/** Open routes that are not in the document: the pages. */
export const UNDOCUMENTED: Readonly<Record<string, string>> = {
  'GET /*': '/',
  'GET /assets/{name}': '/assets/none.js',
  'GET /icone.svg': '/icone.svg',
};

/** The documentation itself: for whoever comes in, under any role. */
export const DOCUMENTATION: Readonly<Record<string, string>> = {
  'GET /api/docs': '/api/docs',
  'GET /api/docs/': '/api/docs/',
  'GET /api/docs/index.html': '/api/docs/index.html',
  'GET /api/docs/LICENSE': '/api/docs/LICENSE',
  'GET /api/docs/swagger-ui-init.js': '/api/docs/swagger-ui-init.js',
  'GET /api/docs/docs/swagger-ui-init.js': '/api/docs/docs/swagger-ui-init.js',
  'GET /api/docs/*': '/api/docs/swagger-ui.css',
  'GET /api/docs-json': '/api/docs-json',
};

function lease(number: string, residence: string, holder: string): Row {
  return {
    numero_attribution: `DROITS-${number}`,
    date_bail: '2023-05-05',
    code_residence: residence,
    reference_logement: `LOGT-${number}`,
    code_reservataire: holder,
    type_demande: 'premier_acces',
    numero_unique: `07800000009999999${number}`,
    personnes_14_ans_et_plus: '1',
    enfants_moins_14_ans: '0',
    quartile: '1',
    dalo: 'N',
  };
}
