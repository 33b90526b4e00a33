import type { Letterhead } from '#convention';
import {
  frenchDay,
  NONE,
  reportPaper,
  tableBlock,
  type PrintedColumn,
  type PrintedDocument,
  type ReportPaper,
} from '#documents';
import { LEAST_EXAMINED, type Agenda, type AgendaCandidate, type AgendaVacancy } from './agenda';
import { dwellingLines, namedText, shortReference } from './dwelling-text';
import { NOTICES } from '../http/vigilance-words';
import {
  BASIS_NAMES,
  COMPOSITION_NAMES,
  FORM_NAMES,
  motiveName,
  OPINION_GIVERS,
  OPINION_NAMES,
  quartileName,
} from './words';

export const AGENDA_TITLE = 'Commission d’attribution : dossiers à examiner';

const COLUMNS: readonly PrintedColumn[] = [
  { header: 'N°', align: 'right', width: 16 },
  { header: 'Référence', align: 'left', width: 52 },
  { header: 'Désigné par', align: 'left', width: 90 },
  { header: 'Quartile', align: 'left', width: 40 },
  { header: 'Prioritaire', align: 'left', width: 50 },
  { header: 'Ménage et publics', align: 'left', width: 110 },
  { header: 'Avis donnés', align: 'left', isWide: true },
  { header: 'Effet sur l’équilibre', align: 'left', width: 215 },
];

/** The motives of the territory, by name. */
type Motives = Letterhead['motives'];

/** The agenda sheet: each dwelling, then its candidates, without a name or a number. */
export function agendaDocument(agenda: Agenda, letterhead: Letterhead): PrintedDocument {
  const { landlord, on, form, vacancies } = agenda;
  const own: ReportPaper = {
    title: AGENDA_TITLE,
    about: [
      `Bailleur : ${namedText(landlord)}`,
      on !== null && `Séance du ${frenchDay(on)}${form === null ? '' : `, ${FORM_NAMES[form]}`}`,
    ],
    paper: 'landscape',
    contents: 'state',
    notices: [vacancies.length === 0 && 'Aucun logement n’a de candidat à examiner.'],
    blocks: vacancies.flatMap((vacancy, at) => vacancyBlocks(vacancy, at + 1, letterhead.motives)),
    meaning: [
      'Un candidat n’est nommé ni par son nom ni par son numéro : la référence est la même sur la feuille, au procès-verbal et dans l’outil.',
      'Le quartile est celui du ménage l’année de sa désignation. L’effet est ce que dit la vigilance à partir des faits en clair, puis les objectifs que son bail rapprocherait ou éloignerait, tels que montrés à la désignation : il informe et n’interdit rien. Les publics sensibles ne sont pas montrés.',
    ],
    ownSigners: [],
  };
  return reportPaper(own, letterhead, agenda);
}

function vacancyBlocks(vacancy: AgendaVacancy, place: number, motives: Motives): ReportPaper['blocks'] {
  const { candidates } = vacancy;
  const [first, ...lines] = dwellingLines(vacancy);
  const title = [`${place}. ${first}`, ...lines].join('\n');
  return [
    tableBlock(
      COLUMNS,
      candidates.map((one) => rowOf(one, motives)),
      { title },
    ),
    ...noticesOf(vacancy).map((text) => ({ kind: 'notice', text }) as const),
  ];
}

/** What the commission must know before it examines the candidates. */
export function noticesOf({ candidates, waiting }: AgendaVacancy): readonly string[] {
  const isShort = candidates.length < LEAST_EXAMINED;
  return [
    ...(isShort
      ? [
          `Moins de trois demandes (${candidates.length}) : la commission nomme l’exception qui le permet (article R. 441-3).`,
        ]
      : []),
    ...(waiting > 0 ? [`Seulement proposés, donc non examinés : ${waiting}.`] : []),
  ];
}

function rowOf(candidate: AgendaCandidate, motives: Motives): readonly string[] {
  const { number, candidate: id, holder, basis, quartile, priority } = candidate;
  return [
    String(number),
    shortReference(id),
    basis === 'reservation' ? holder.name : `${holder.name}\n${BASIS_NAMES[basis]}`,
    quartileName(quartile),
    priority ? 'oui' : 'non',
    publicsText(candidate),
    opinionsText(candidate, motives) || NONE,
    effectText(candidate) || NONE,
  ];
}

/** « Couple, premier accès, domicile-travail, Moins de 30 ans ». */
export function publicsText({
  composition,
  transfer,
  homeWork,
  essentialWorker,
  rehoused,
  publics,
}: AgendaCandidate): string {
  return [
    ...(composition === null ? [] : [COMPOSITION_NAMES[composition]]),
    transfer ? 'mutation' : 'premier accès',
    ...(homeWork ? ['rapprochement domicile-travail'] : []),
    ...(essentialWorker === true ? ['travailleur essentiel'] : []),
    ...(rehoused ? ['relogement'] : []),
    ...publics.map(({ name }) => name),
  ].join(', ');
}

/** « Commune, le 10 mars 2026 : défavorable (fragilité de la résidence aggravée) », a line each. */
export function opinionsText({ opinions }: AgendaCandidate, motives: Motives): string {
  return opinions
    .map(({ on, by, opinion, motive }) => {
      const why = motive === null ? '' : ` (${motiveName(motive, motives)})`;
      return `${OPINION_GIVERS[by]}, le ${frenchDay(on)} : ${OPINION_NAMES[opinion]}${why}`;
    })
    .join('\n');
}

const BEARINGS = { closer: 'Rapproche', farther: 'Éloigne' } as const;

/** The notices of the vigilance, then the objectives that the lease would move, a line each. */
export function effectText({ notices, objectives }: AgendaCandidate): string {
  const moved = (['closer', 'farther'] as const).flatMap((bearing) => {
    const names = new Set(objectives.filter((one) => one.bearing === bearing).map(({ name }) => name));
    return names.size === 0 ? [] : [`${BEARINGS[bearing]} : ${[...names].join(' ; ')}.`];
  });
  return [...notices.map((code) => NOTICES[code]), ...moved].join('\n');
}
