import type { Letterhead } from '#convention';
import { frenchDay, headFacts, type Fact } from '#documents';
import { dataSheet, presentationSheet, sheet, type OutColumn, type Table, type Workbook } from '#tables';
import type { Agenda, AgendaCandidate, AgendaVacancy } from './agenda';
import { AGENDA_TITLE, effectText, noticesOf, opinionsText, publicsText } from './agenda-document';
import { dwellingColumns, dwellingsTable, forPeople } from './dwelling-columns';
import { holderText, namedText, shortReference } from './dwelling-text';
import { BASIS_NAMES, FORM_NAMES, quartileName } from './words';

interface CandidateRow {
  readonly vacancy: AgendaVacancy;
  readonly one: AgendaCandidate;
}

const candidateColumns = (motives: Letterhead['motives']): readonly OutColumn<CandidateRow>[] => [
  { header: 'numero', title: 'N°', kind: 'integer', value: ({ one }) => one.number },
  { header: 'reference', title: 'Référence', kind: 'text', value: ({ one }) => shortReference(one.candidate) },
  { header: 'candidat', title: 'Identifiant', kind: 'text', value: ({ one }) => one.candidate },
  { header: 'designe_par', title: 'Désigné par', kind: 'text', value: ({ one }) => one.holder.name },
  { header: 'fondement', title: 'Fondement', kind: 'text', value: ({ one }) => BASIS_NAMES[one.basis] },
  { header: 'quartile', title: 'Quartile', kind: 'text', value: ({ one }) => quartileName(one.quartile) },
  { header: 'prioritaire', title: 'Prioritaire', kind: 'yes-no', value: ({ one }) => one.priority },
  { header: 'menage', title: 'Ménage et publics', kind: 'text', value: ({ one }) => publicsText(one) },
  { header: 'avis', title: 'Avis donnés', kind: 'text', value: ({ one }) => opinionsText(one, motives) || null },
  {
    header: 'effet',
    title: 'Effet sur l’équilibre',
    kind: 'text',
    value: ({ one }) => effectText(one) || null,
  },
];

const DWELLING_NOTES: readonly OutColumn<AgendaVacancy>[] = [
  {
    header: 'reservataire',
    title: 'Réservataire',
    kind: 'text',
    value: ({ holder }) => holder && holderText(holder),
  },
  { header: 'candidats', title: 'Candidats', kind: 'integer', value: ({ candidates }) => candidates.length },
  { header: 'a_savoir', title: 'À savoir', kind: 'text', value: (vacancy) => noticesOf(vacancy).join('\n') || null },
];

/** One row for each candidate, with its dwelling. */
export function agendaTable({ vacancies }: Agenda, { motives }: Letterhead): Table<CandidateRow> {
  return {
    name: 'Candidats',
    columns: [...dwellingColumns<CandidateRow>(({ vacancy }) => vacancy), ...candidateColumns(motives)],
    rows: vacancies.flatMap((vacancy) => vacancy.candidates.map((one) => ({ vacancy, one }))),
  };
}

/** The agenda sheet as a workbook: the candidates, then the dwellings. */
export function agendaWorkbook(agenda: Agenda, letterhead: Letterhead): Workbook {
  const { landlord, on, form, vacancies } = agenda;
  const about: readonly Fact[] = [
    ['Bailleur', namedText(landlord)],
    ...(on === null ? [] : [['Séance', frenchDay(on)] as const]),
    ...(form === null ? [] : [['Forme', FORM_NAMES[form]] as const]),
  ];
  const candidates = agendaTable(agenda, letterhead);
  return {
    sheets: [
      sheet(forPeople(candidates, candidateColumns(letterhead.motives)), 1),
      sheet(dwellingsTable(vacancies, DWELLING_NOTES), 2),
      presentationSheet({ title: AGENDA_TITLE, facts: headFacts(letterhead, agenda, about), definitions: [] }),
    ],
    data: dataSheet({ ...candidates, name: 'Données' }),
  };
}

/** `mixite-caleol-dossiers-2026-03-19`, without its extension. */
export function agendaFileName({ on }: Agenda): string {
  return `mixite-caleol-dossiers${on === null ? '' : `-${on}`}`;
}
