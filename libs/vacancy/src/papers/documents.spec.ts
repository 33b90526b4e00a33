import type { Block, PrintedDocument, PrintedTable } from '#documents';
import { day, type Uuid } from '#kernel';
import { xlsxRows } from './testing/sheets';
import type { ShownVigilance, VacancyEvent } from '../events';
import {
  commissionCorrected,
  commissionHeld,
  conditionMet,
  designated,
  idOf,
  notAllocated,
  onCondition,
  ranked,
  STORY,
} from '../testing';
import { agendaVacancy, type Agenda } from './agenda';
import { agendaDocument } from './agenda-document';
import { agendaFileName, agendaWorkbook } from './agenda-workbook';
import { minutesVacancy, type Minutes } from './minutes';
import { minutesDocument } from './minutes-document';
import { minutesFileName, minutesWorkbook } from './minutes-workbook';
import { AS_OF, LETTERHEAD, onPaper, REFERENCE } from './testing/papers';

const SITTING = 'sitting-1' as Uuid;
const ON = day('2026-03-19');
const LANDLORD = { code: 'B01', name: 'Bailleur 1' };

const OPINION: VacancyEvent = {
  type: 'OpinionGiven',
  data: {
    candidate: idOf('diallo'),
    on: day('2026-03-10'),
    by: 'commune',
    opinion: 'defavorable',
    motive: 'fragilite',
  },
};
const MOVED = { scope: 'x', actor: null } as const;
const SHOWN: ShownVigilance = {
  position: '1',
  notices: [],
  effects: [
    { objective: 'O-1', ...MOVED, bearing: 'closer' },
    { objective: 'O-3', ...MOVED, bearing: 'farther' },
    { objective: 'O-2', ...MOVED, bearing: 'closer' },
    { objective: 'O-1', ...MOVED, bearing: 'closer' },
  ],
};
const DESIGNATED = [
  ...STORY.oriented,
  designated('martin', { quartile: 1, priority: true }),
  designated('diallo', { homeWork: true, basis: 'dalo_prefet', vigilance: SHOWN }),
  OPINION,
];

function agenda(events: readonly VacancyEvent[] = DESIGNATED, more: Partial<Agenda> = {}): Agenda {
  const setting = {
    sitting: SITTING,
    on: ON,
    reference: REFERENCE,
    publics: [],
    objectiveName: (code: string) => code,
  };
  const vacancies = [agendaVacancy(onPaper(events), setting)];
  return { landlord: LANDLORD, sitting: SITTING, on: ON, form: 'presentielle', ...AS_OF, vacancies, ...more };
}

const VOTES = { pour: 4, contre: 4, abstention: 1, maire: 'pour' } as const;
const HELD = commissionHeld([onCondition('martin', 1), ranked('diallo', 2, { votes: VOTES }), notAllocated('nguyen')], {
  sitting: SITTING,
  form: 'presentielle',
  present: 6,
});
const CORRECTED = commissionCorrected(
  [onCondition('martin', 1), ranked('diallo', 2, { votes: VOTES }), notAllocated('nguyen', 'taux_effort')],
  { sitting: SITTING, form: 'presentielle', present: 6 },
);

function minutes(events: readonly VacancyEvent[], more: Partial<Minutes> = {}): Minutes {
  const vacancy = minutesVacancy(onPaper(events), { sitting: SITTING, reference: REFERENCE })!;
  const sitting = { sitting: SITTING, on: ON, form: 'presentielle', present: 6, quorum: null } as const;
  return { landlord: LANDLORD, ...sitting, ...AS_OF, vacancies: [vacancy], ...more };
}
const HELD_EVENTS = [...STORY.designated, HELD, CORRECTED, conditionMet('martin')];

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const tablesOf = ({ blocks }: PrintedDocument): readonly PrintedTable[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
const textsOf = ({ blocks }: PrintedDocument, kind: Block['kind']): readonly string[] =>
  blocks.flatMap((block) => (block.kind === kind && 'text' in block ? [plain(block.text)] : []));
const rowsOf = ({ rows }: PrintedTable): readonly (readonly string[])[] => rows.map((row) => row.map(plain));

describe('the agenda sheet', () => {
  it('says whose sitting it is, and describes each dwelling above its candidates', () => {
    const document = agendaDocument(agenda(), LETTERHEAD);
    expect(document.about.map(plain)).toEqual([
      'Territoire d’essai',
      'Convention d’essai',
      'Bailleur : Bailleur 1 (B01)',
      'Séance du 19 mars 2026, en présence des membres',
      'État au 19 mars 2026 à 11 h 00',
    ]);
    const [table] = tablesOf(document);
    expect(plain(table!.title!).split('\n')).toEqual([
      '1. Les Cèdres (CEDRES), Trappes · QPV Le Quartier (QP1) · note de fragilité 4 · sur la liste de son bailleur (L. 441-2-2)',
      'T3, PLUS, 62 m² · loyer 450 €, charges 90 € · libre le 1er juin 2026 · Ville de Trappes (R-TRAPPES), contingent des communes',
    ]);
    expect(rowsOf(table!)).toEqual([
      [
        '1',
        'E-MARTIN',
        'Ville de Trappes',
        '1er',
        'oui',
        'couple, premier accès',
        '—',
        'Vigilance : premier quartile dans une résidence fragile (note 4 ou 5) d’un quartier prioritaire.\nVigilance : ménage prioritaire du premier quartile, en quartier prioritaire ou dans une résidence notée 4 ou 5.',
      ],
      [
        '2',
        'E-DIALLO',
        'Ville de Trappes\nDALO, désigné par le préfet',
        '2e',
        'non',
        'couple, premier accès, rapprochement domicile-travail',
        'commune, le 10 mars 2026 : défavorable (fragilité de la résidence aggravée)',
        'Atout : le ménage travaille, ou travaille près d’ici, et la résidence est fragile.\nRapproche : O-1 ; O-2.\nÉloigne : O-3.',
      ],
    ]);
  });

  it('warns of fewer than three applications, and of candidates who are only proposed', () => {
    const document = agendaDocument(
      agenda([...DESIGNATED, { ...designated('nguyen'), type: 'CandidateProposed' } as VacancyEvent]),
      LETTERHEAD,
    );
    expect(textsOf(document, 'notice')).toEqual([
      'Moins de trois demandes (2) : la commission nomme l’exception qui le permet (article R. 441-3).',
      'Seulement proposés, donc non examinés : 1.',
    ]);
    expect(textsOf(agendaDocument(agenda(STORY.designated), LETTERHEAD), 'notice')).toEqual([]);
  });

  it('is signed by nobody, and says where there is nothing to examine', () => {
    const document = agendaDocument(agenda(DESIGNATED, { vacancies: [] }), LETTERHEAD);
    expect(document.blocks.some(({ kind }) => kind === 'signatures')).toBe(false);
    expect(textsOf(document, 'notice')).toEqual(['Aucun logement n’a de candidat à examiner.']);
  });

  it('has the same rows in a workbook, where ids are for programs only', async () => {
    const workbook = agendaWorkbook(agenda(), LETTERHEAD);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Candidats', 'Logements', 'Présentation']);
    const [header, first] = await xlsxRows(workbook.sheets[0]!);
    expect(header).not.toContain('Identifiant');
    expect(first).toEqual(expect.arrayContaining(['Les Cèdres', 4, 'T3', 'E-MARTIN', '1er', 'oui']));
    const [columns, row] = await xlsxRows(workbook.data!);
    expect(columns).toEqual(expect.arrayContaining(['vacance', 'code_residence', 'candidat', 'avis', 'effet']));
    expect(row).toEqual(expect.arrayContaining(['vacancy-1', 'CEDRES', 'candidate-martin']));
    expect(agendaFileName(agenda())).toBe('mixite-caleol-dossiers-2026-03-19');
  });
});

describe('the minutes on paper', () => {
  it('say who sat, and each decision with its condition, its motive and its votes', () => {
    const document = minutesDocument(minutes(HELD_EVENTS), LETTERHEAD);
    expect(document.about.slice(2, 6).map(plain)).toEqual([
      'Bailleur : Bailleur 1 (B01)',
      'Séance du 19 mars 2026, en présence des membres',
      'Membres présents à voix délibérative : 6',
      'Quorum : le bailleur n’en fixe pas',
    ]);
    const [decisions] = tablesOf(document);
    expect(rowsOf(decisions!)).toEqual([
      [
        '1',
        '1',
        'E-MARTIN',
        'attribution sous condition, rang 1 ; pièce attendue au plus tard le 10 avril 2026 : justificatif des ressources ; pièce reçue le 30 mars 2026',
        '—',
      ],
      [
        '2',
        '2',
        'E-DIALLO',
        'attribution, rang 2',
        '4 pour, 4 contre, 1 abstention ; maire : pour, voix prépondérante',
      ],
      ['—', '3', 'E-NGUYEN', 'non-attribution ; motif : taux d’effort trop élevé', '—'],
    ]);
    expect(document.blocks.at(-1)).toEqual({
      kind: 'signatures',
      signers: ['Le président de la commission', 'Pour Bailleur 1'],
    });
  });

  it('say that the mayor was absent, where the residence is on its landlord’s list', () => {
    const absent = { pour: 4, contre: 1, abstention: 0, maire: 'absent' } as const;
    const decisions = [ranked('martin', 1, { votes: absent }), notAllocated('diallo'), notAllocated('nguyen')];
    const events = [...STORY.designated, commissionHeld(decisions, { sitting: SITTING })];
    const noticesIn = (isListed: boolean): readonly string[] => {
      const reference = { ...REFERENCE, isListedOn: () => isListed };
      const vacancy = minutesVacancy(onPaper(events), { sitting: SITTING, reference })!;
      return textsOf(minutesDocument(minutes(events, { vacancies: [vacancy] }), LETTERHEAD), 'notice');
    };
    expect(noticesIn(true)).toEqual(['Le maire était absent, pour une résidence de la liste de son bailleur.']);
    expect(noticesIn(false)).toEqual([]);
  });

  it('show which decision a correction replaced, and why', () => {
    const [, corrections] = tablesOf(minutesDocument(minutes(HELD_EVENTS), LETTERHEAD));
    expect(plain(corrections!.title!)).toBe('Corrigé le 19 mars 2026, motif : erreur de saisie');
    expect(rowsOf(corrections!)).toEqual([
      [
        '3',
        'E-NGUYEN',
        'non-attribution ; motif : équilibre de peuplement de la résidence',
        'non-attribution ; motif : taux d’effort trop élevé',
      ],
    ]);
  });

  it('say of a correction that changed no decision what day it gives', () => {
    const again = { ...CORRECTED, data: { ...HELD.data, on: day('2026-03-20'), motive: 'erreur' } } as VacancyEvent;
    const document = minutesDocument(minutes([...STORY.designated, HELD, again]), LETTERHEAD);
    expect(textsOf(document, 'text')[0]).toBe(
      'Corrigé le 19 mars 2026, motif : erreur de saisie. Aucune décision n’a changé ; commission du 20 mars 2026.',
    );
  });

  it('of one vacancy alone name the day, the members and the exception of each commission', () => {
    const held = commissionHeld([ranked('martin', 1)], {
      form: 'dematerialisee',
      present: 5,
      exception: 'insuffisance',
      attested: true,
    });
    const alone = { sitting: null, on: null, form: null, present: null };
    const vacancy = minutesVacancy(onPaper([...STORY.designated, held]), { sitting: null, reference: REFERENCE })!;
    const [table] = tablesOf(minutesDocument(minutes(HELD_EVENTS, { ...alone, vacancies: [vacancy] }), LETTERHEAD));
    expect(plain(table!.title!).split('\n').slice(2)).toEqual([
      'Commission du 19 mars 2026, à distance',
      'Membres présents à voix délibérative : 5',
      'Moins de trois demandes : trop peu de demandes, attesté',
    ]);
  });

  it('are a workbook of decisions and corrections', async () => {
    const workbook = minutesWorkbook(minutes(HELD_EVENTS), LETTERHEAD);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Décisions', 'Corrections', 'Logements', 'Présentation']);
    expect(await xlsxRows(workbook.sheets[0]!)).toHaveLength(4);
    expect(await xlsxRows(workbook.sheets[1]!)).toHaveLength(2);
    expect((await xlsxRows(workbook.data!))[1]).toEqual(
      expect.arrayContaining([
        '2026-03-19',
        'en présence des membres',
        6,
        1,
        'justificatif des ressources',
        '2026-04-10',
      ]),
    );
    expect(minutesFileName(minutes(HELD_EVENTS))).toBe('mixite-caleol-proces-verbal-2026-03-19');
  });
});
