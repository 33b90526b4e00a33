import type { Letterhead } from '#convention';
import { frenchDay, headFacts, type Fact } from '#documents';
import { dayAt, type Day } from '#kernel';
import { dataSheet, presentationSheet, sheet, type OutColumn, type Table, type Workbook } from '#tables';
import { dwellingColumns, dwellingsTable, forPeople } from './dwelling-columns';
import { namedText, shortReference } from './dwelling-text';
import type { Minutes, MinutesCommission, MinutesCorrection, MinutesDecision, MinutesVacancy } from './minutes';
import { absenceNotice, exceptionText, MINUTES_TITLE, quorumText } from './minutes-document';
import { DECISION_NAMES, decisionText, DOCUMENT_NAMES, FORM_NAMES, motiveName, votesText } from './words';

interface DecisionRow {
  readonly vacancy: MinutesVacancy;
  readonly commission: MinutesCommission;
  readonly one: MinutesDecision;
}

interface CorrectionRow {
  readonly vacancy: MinutesVacancy;
  readonly correction: MinutesCorrection;
  readonly replaced: MinutesCorrection['replaced'][number];
}

const decisionColumns = (motives: Letterhead['motives']): readonly OutColumn<DecisionRow>[] => [
  { header: 'date_caleol', title: 'Commission du', kind: 'day', value: ({ commission }) => commission.on },
  {
    header: 'forme',
    title: 'Forme',
    kind: 'text',
    value: ({ commission: { form } }) => form && FORM_NAMES[form],
  },
  { header: 'presents', title: 'Membres présents', kind: 'integer', value: ({ commission }) => commission.present },
  {
    header: 'exception',
    title: 'Exception aux trois demandes',
    kind: 'text',
    value: ({ commission: { exception, attested } }) => exception && exceptionText(exception, attested),
  },
  { header: 'rang', title: 'Rang', kind: 'integer', value: ({ one }) => one.rank },
  { header: 'numero', title: 'N°', kind: 'integer', value: ({ one }) => one.number },
  { header: 'reference', title: 'Référence', kind: 'text', value: ({ one }) => shortReference(one.candidate) },
  { header: 'candidat', title: 'Identifiant', kind: 'text', value: ({ one }) => one.candidate },
  { header: 'decision', title: 'Décision', kind: 'text', value: ({ one }) => DECISION_NAMES[one.decision] },
  { header: 'motif', title: 'Motif', kind: 'text', value: ({ one }) => one.motive && motiveName(one.motive, motives) },
  {
    header: 'piece',
    title: 'Pièce attendue',
    kind: 'text',
    value: ({ one }) => one.document && DOCUMENT_NAMES[one.document],
  },
  { header: 'delai_piece', title: 'Au plus tard le', kind: 'day', value: ({ one }) => one.documentDue },
  { header: 'piece_recue', title: 'Pièce reçue le', kind: 'day', value: ({ one }) => one.documentMetOn },
  { header: 'voix', title: 'Voix', kind: 'text', value: ({ one }) => votesText(one) },
  {
    header: 'a_savoir',
    title: 'À savoir',
    kind: 'text',
    value: ({ vacancy, commission }) => absenceNotice(vacancy, commission),
  },
];

function correctionColumns({ motives, territory: { timeZone } }: Letterhead): readonly OutColumn<CorrectionRow>[] {
  const recordedOn = ({ recordedAt }: MinutesCorrection): Day => dayAt(recordedAt, timeZone);
  return [
    { header: 'residence', title: 'Résidence', kind: 'text', value: ({ vacancy }) => vacancy.residence.name },
    { header: 'corrige_le', title: 'Corrigé le', kind: 'day', value: ({ correction }) => recordedOn(correction) },
    {
      header: 'motif',
      title: 'Motif',
      kind: 'text',
      value: ({ correction }) => motiveName(correction.motive, motives),
    },
    { header: 'numero', title: 'N°', kind: 'integer', value: ({ replaced }) => replaced.to.number },
    {
      header: 'reference',
      title: 'Référence',
      kind: 'text',
      value: ({ replaced }) => shortReference(replaced.to.candidate),
    },
    {
      header: 'remplacee',
      title: 'Décision remplacée',
      kind: 'text',
      value: ({ replaced }) => decisionText(replaced.from, motives),
    },
    {
      header: 'nouvelle',
      title: 'Nouvelle décision',
      kind: 'text',
      value: ({ replaced }) => decisionText(replaced.to, motives),
    },
  ];
}

/** One row for each decision, as its last correction leaves it. */
export function minutesTable({ vacancies }: Minutes, { motives }: Letterhead): Table<DecisionRow> {
  return {
    name: 'Décisions',
    columns: [...dwellingColumns<DecisionRow>(({ vacancy }) => vacancy), ...decisionColumns(motives)],
    rows: vacancies.flatMap((vacancy) =>
      vacancy.commissions.flatMap((commission) => commission.decisions.map((one) => ({ vacancy, commission, one }))),
    ),
  };
}

/** The minutes as a workbook: the decisions, then what corrections replaced. */
export function minutesWorkbook(minutes: Minutes, letterhead: Letterhead): Workbook {
  const { landlord, on, form, present, quorum, vacancies } = minutes;
  const decisions = minutesTable(minutes, letterhead);
  const corrections: Table<CorrectionRow> = {
    name: 'Corrections',
    columns: correctionColumns(letterhead),
    rows: vacancies.flatMap((vacancy) =>
      vacancy.commissions.flatMap((commission) =>
        commission.corrections.flatMap((correction) =>
          correction.replaced.map((replaced) => ({ vacancy, correction, replaced })),
        ),
      ),
    ),
  };
  const about: readonly Fact[] = [
    ['Bailleur', namedText(landlord)],
    ...(on === null ? [] : [['Séance', frenchDay(on)] as const]),
    ...(form === null ? [] : [['Forme', FORM_NAMES[form]] as const]),
    ...(present === null ? [] : [['Membres présents', String(present)] as const]),
    ['Quorum', quorumText(quorum)],
  ];
  return {
    sheets: [
      sheet(forPeople(decisions, decisionColumns(letterhead.motives)), 1),
      sheet(corrections, 1),
      sheet(dwellingsTable(vacancies, []), 2),
      presentationSheet({ title: MINUTES_TITLE, facts: headFacts(letterhead, minutes, about), definitions: [] }),
    ],
    data: dataSheet({ ...decisions, name: 'Données' }),
  };
}

/** `mixite-caleol-proces-verbal-2026-03-19`, without its extension. */
export function minutesFileName({ on, vacancies }: Minutes): string {
  const day = on ?? vacancies.at(-1)?.commissions.at(-1)?.on;
  return `mixite-caleol-proces-verbal${day === undefined ? '' : `-${day}`}`;
}
