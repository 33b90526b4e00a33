import { frenchDay } from '#documents';
import type { Day } from '#kernel';
import { LINK_HOURS } from '../secrets/links';

/** What a person is told by mail. */
export type Notice =
  | { readonly kind: 'invitation'; readonly role: GivenRoleText; readonly link: string }
  | { readonly kind: 'role'; readonly role: GivenRoleText }
  | { readonly kind: 'recovery'; readonly link: string }
  | { readonly kind: 'closing' };

export interface GivenRoleText {
  /** With its party, « Bailleur A ». */
  readonly label: string;
  readonly lastDay: Day | null;
  readonly manager: boolean;
}

/** Who signs, and when it happened, in the local time of the territory. */
export interface Signature {
  readonly territory: string;
  readonly instant: string;
}

interface Words {
  readonly subject: string;
  readonly text: string;
}

/** Plain text, with nothing in it that another person typed: a mail of the territory carries nobody else's words. */
export function wordsOf(notice: Notice, { territory, instant }: Signature): Words {
  const { subject, paragraphs } = contentOf(notice, instant);
  return {
    subject: `Mixité, ${territory} : ${subject}`,
    text: `${[...paragraphs, `${territory}\nCe message est envoyé par Mixité ; personne ne lit les réponses.`].join('\n\n')}\n`,
  };
}

interface Content {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

function contentOf(notice: Notice, instant: string): Content {
  switch (notice.kind) {
    case 'invitation':
      return invitation(notice.role, notice.link, instant);
    case 'role':
      return {
        subject: 'un rôle a été donné',
        paragraphs: [
          `Le ${instant}, un rôle a été donné à ce compte : ${roleText(notice.role)}.`,
          'L’entrée se fait comme avant, avec le même mot de passe.',
        ],
      };
    case 'recovery':
      return recovery(notice.link, instant);
    case 'closing':
      return {
        subject: 'le compte a été fermé',
        paragraphs: [
          `Le ${instant}, ce compte a été fermé. Il n’ouvre plus rien, et ses sessions sont terminées.`,
          'S’il s’agit d’une erreur, l’administrateur de Mixité peut inviter de nouveau cette adresse.',
        ],
      };
  }
}

function invitation(role: GivenRoleText, link: string, instant: string): Content {
  return {
    subject: 'invitation',
    paragraphs: [
      `Le ${instant}, cette adresse a été invitée à entrer dans Mixité : ${roleText(role)}.`,
      `Ce lien permet de choisir un mot de passe. Il sert une fois, pendant ${LINK_HOURS} heures :`,
      link,
      'Si cette invitation n’était pas attendue, rien n’est à faire : un compte dont le lien n’a pas servi n’ouvre rien.',
    ],
  };
}

/** It also tells of an abuse: whoever asked for a way in may not be entitled to go it. */
function recovery(link: string, instant: string): Content {
  return {
    subject: 'un lien pour revenir a été demandé',
    paragraphs: [
      `Le ${instant}, un lien pour revenir a été demandé pour ce compte. Seuls peuvent le demander l’administrateur de Mixité, et le gestionnaire des comptes du même rôle.`,
      'SI CETTE DEMANDE N’ÉTAIT PAS ATTENDUE, la signaler aussitôt à l’administrateur de Mixité : l’histoire dit qui l’a faite.',
      `Ce lien permet de choisir un autre mot de passe, puis un autre second facteur. Il sert une fois, pendant ${LINK_HOURS} heures :`,
      link,
    ],
  };
}

function roleText({ label, lastDay, manager }: GivenRoleText): string {
  const until = lastDay === null ? '' : `, jusqu’au ${frenchDay(lastDay)}`;
  return `« ${label} »${manager ? ', gestionnaire' : ''}${until}`;
}
