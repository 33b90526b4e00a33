import type { Letterhead } from '#convention';
import {
  frenchDay,
  NONE,
  reportPaper,
  tableBlock,
  type Block,
  type PrintedColumn,
  type PrintedDocument,
  type ReportPaper,
} from '#documents';
import { dayAt } from '#kernel';
import { dwellingLines, namedText, shortReference } from './dwelling-text';
import type { Minutes, MinutesCommission, MinutesCorrection, MinutesDecision, MinutesVacancy } from './minutes';
import { decisionText, EXCEPTION_NAMES, FORM_NAMES, motiveName, votesText } from './words';

export const MINUTES_TITLE = 'Commission d’attribution : procès-verbal';

const DECISIONS: readonly PrintedColumn[] = [
  { header: 'Rang', align: 'right', width: 28 },
  { header: 'N°', align: 'right', width: 16 },
  { header: 'Référence', align: 'left', width: 56 },
  { header: 'Décision', align: 'left', isWide: true },
  { header: 'Voix', align: 'left', width: 140 },
];

const REPLACED: readonly PrintedColumn[] = [
  { header: 'N°', align: 'right', width: 16 },
  { header: 'Référence', align: 'left', width: 56 },
  { header: 'Décision remplacée', align: 'left', width: 200 },
  { header: 'Nouvelle décision', align: 'left', isWide: true },
];

/** The minutes of a commission: each dwelling with its decisions by rank, its votes and its corrections. */
export function minutesDocument(minutes: Minutes, letterhead: Letterhead): PrintedDocument {
  const { landlord, vacancies } = minutes;
  const own: ReportPaper = {
    title: MINUTES_TITLE,
    about: [`Bailleur : ${namedText(landlord)}`, ...sittingLines(minutes)],
    paper: 'portrait',
    contents: 'state',
    notices: [vacancies.length === 0 && 'Aucune décision n’est enregistrée.'],
    blocks: vacancies.flatMap((vacancy, at) => vacancyBlocks(vacancy, at + 1, { minutes, letterhead })),
    meaning: [
      'Un candidat n’est nommé ni par son nom ni par son numéro : la référence est la même sur la feuille des dossiers, au procès-verbal et dans l’outil.',
      'Une décision est acquise avec plus de voix pour que contre ; à égalité, la voix du maire est prépondérante (article R. 441-9 du code de la construction et de l’habitation).',
    ],
    ownSigners: ['Le président de la commission', `Pour ${landlord.name}`],
  };
  return reportPaper(own, letterhead, minutes);
}

/** « Séance du 19 mars 2026, en présence des membres », and who was there. */
function sittingLines({ on, form, present, quorum }: Minutes): readonly string[] {
  return [
    ...(on === null ? [] : [`Séance du ${frenchDay(on)}${form === null ? '' : `, ${FORM_NAMES[form]}`}`]),
    ...(present === null ? [] : [presentText(present)]),
    quorumText(quorum),
  ];
}

export function presentText(present: number): string {
  return `Membres présents à voix délibérative : ${present}`;
}

export function quorumText(quorum: number | null): string {
  return quorum === null ? 'Quorum : le bailleur n’en fixe pas' : `Quorum : ${quorum} membres`;
}

/** The motives of the territory, by name. */
type Motives = Letterhead['motives'];

interface Around {
  readonly minutes: Minutes;
  readonly letterhead: Letterhead;
}

function vacancyBlocks(vacancy: MinutesVacancy, place: number, around: Around): readonly Block[] {
  const [first, ...lines] = dwellingLines(vacancy);
  const { motives } = around.letterhead;
  return vacancy.commissions.flatMap((commission, at) => {
    const heading = at === 0 ? [`${place}. ${first}`, ...lines] : [`${place}. ${first} (suite)`];
    const title = [...heading, ...commissionLines(commission, around.minutes)].join('\n');
    const notice = absenceNotice(vacancy, commission);
    return [
      tableBlock(
        DECISIONS,
        commission.decisions.map((one) => decisionRow(one, motives)),
        { title },
      ),
      ...(notice === null ? [] : [{ kind: 'notice', text: notice } as const]),
      ...commission.corrections.flatMap((correction) => correctionBlocks(correction, around)),
    ];
  });
}

/** The mayor votes; in a residence of its landlord's list an absence is worth a notice, and no more. */
export function absenceNotice({ isListed }: MinutesVacancy, { decisions }: MinutesCommission): string | null {
  const isAbsent = decisions.some(({ votes }) => votes?.maire === 'absent');
  return isListed && isAbsent ? 'Le maire était absent, pour une résidence de la liste de son bailleur.' : null;
}

/** What the head of the minutes does not say already. */
function commissionLines(commission: MinutesCommission, { sitting, on, form, present }: Minutes): readonly string[] {
  const { exception, attested } = commission;
  const isOwnDay = sitting === null || commission.on !== on || commission.form !== form;
  const formText = commission.form === null ? '' : `, ${FORM_NAMES[commission.form]}`;
  return [
    ...(isOwnDay ? [`Commission du ${frenchDay(commission.on)}${formText}`] : []),
    ...(commission.present === null || commission.present === present ? [] : [presentText(commission.present)]),
    ...(exception === null ? [] : [exceptionText(exception, attested)]),
  ];
}

/** « Moins de trois demandes : trop peu de demandes, attesté ». */
export function exceptionText(
  exception: NonNullable<MinutesCommission['exception']>,
  attested: boolean | null,
): string {
  return `Moins de trois demandes : ${EXCEPTION_NAMES[exception]}${attested === true ? ', attesté' : ''}`;
}

function decisionRow(decided: MinutesDecision, motives: Motives): readonly string[] {
  const { rank, number, candidate, documentMetOn } = decided;
  const met = documentMetOn === null ? '' : ` ; pièce reçue le ${frenchDay(documentMetOn)}`;
  return [
    rank === null ? NONE : String(rank),
    String(number),
    shortReference(candidate),
    decisionText(decided, motives) + met,
    votesText(decided) ?? NONE,
  ];
}

function correctionBlocks(correction: MinutesCorrection, { letterhead }: Around): readonly Block[] {
  const { recordedAt, motive, on, replaced } = correction;
  const title = `Corrigé le ${frenchDay(dayAt(recordedAt, letterhead.territory.timeZone))}, motif : ${motiveName(motive, letterhead.motives)}`;
  if (replaced.length === 0)
    return [{ kind: 'text', text: `${title}. Aucune décision n’a changé ; commission du ${frenchDay(on)}.` }];
  return [
    tableBlock(
      REPLACED,
      replaced.map((one) => replacedRow(one, letterhead.motives)),
      { title },
    ),
  ];
}

function replacedRow({ from, to }: MinutesCorrection['replaced'][number], motives: Motives): readonly string[] {
  return [String(to.number), shortReference(to.candidate), withVotes(from, motives), withVotes(to, motives)];
}

/** A correction may change the votes alone. */
function withVotes(decided: MinutesDecision, motives: Motives): string {
  const votes = votesText(decided);
  const text = decisionText(decided, motives);
  return votes === null ? text : `${text} (${votes})`;
}
