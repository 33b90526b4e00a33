import type { NamedCode } from '#convention';
import { frenchDay, frenchEuros, frenchSquareMetres, letterPaper, type PrintedDocument } from '#documents';
import type { Position } from '#event-store';
import type { Day, Instant, Uuid } from '#kernel';
import type { OfferFacts } from '../../events';
import type { Candidate } from '../../vacancy';
import { shortReference } from '../dwelling-text';
import type { Named, ShownDwelling } from '../shown-dwelling';
import { motiveSentence } from '../words';
import { DALO_WARNING } from './default-wording';
import { filled, paragraphsOf, type LetterCode, type LetterTemplateFacts } from './templates';

/** A letter to one household, which it names by its numéro unique only. */
export interface Letter {
  readonly code: LetterCode;
  readonly candidate: Uuid;
  readonly landlord: Named;
  readonly householdNumber: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly asOf: Instant | null;
  readonly position: Position | null;
}

export interface LetterContents {
  readonly landlord: Named;
  readonly dwelling: ShownDwelling;
  readonly candidate: Candidate;
  readonly householdNumber: string;
  /** The offer of the letter; null where it tells a refusal. */
  readonly offer: OfferFacts | null;
  /** The motives of the territory, by name. */
  readonly motives: readonly NamedCode[];
}

type Wording = Pick<LetterTemplateFacts, 'subject' | 'text'>;

export function subjectAndParagraphs(
  { subject, text }: Wording,
  contents: LetterContents,
): Pick<Letter, 'subject' | 'paragraphs'> {
  const values = valuesOf(contents);
  return { subject: filled(subject, values), paragraphs: paragraphsOf(filled(text, values)) };
}

/** The refusal letter of a decision. */
export function refusalCodeOf({ status }: Candidate): Exclude<LetterCode, 'offre'> | undefined {
  if (status === 'notAllocated') return 'non_attribution';
  return status === 'inadmissible' ? 'irrecevabilite' : undefined;
}

export function letterDocument({ landlord, householdNumber, subject, paragraphs, ...state }: Letter): PrintedDocument {
  return letterPaper(
    {
      sender: landlord.name,
      reference: `Demande de logement social n° ${householdNumber}`,
      subject,
      paragraphs,
      signers: [`Pour ${landlord.name}`],
    },
    state,
  );
}

/** `mixite-courrier-offre-5F9A1F7D`, without its extension: no number stands in the name of a file. */
export function letterFileName({ code, candidate }: Letter): string {
  return `mixite-courrier-${code.replaceAll('_', '-')}-${shortReference(candidate)}`;
}

function valuesOf({ landlord, dwelling, candidate, householdNumber, offer, motives }: LetterContents) {
  return {
    numero_unique: householdNumber,
    bailleur: landlord.name,
    residence: dwelling.residence.name,
    commune: dwelling.commune.name,
    logement: dwellingPhrase(dwelling),
    loyer: amountText(dwelling.rent),
    charges: amountText(dwelling.charges),
    decision: decisionPhrase(candidate.decidedOn),
    ...(candidate.reason !== null && { motif: motiveSentence(candidate.reason, motives) }),
    ...(offer && offerValues(offer)),
  };
}

function offerValues({ notifiedOn, delay, lastDay, daloWarning }: OfferFacts) {
  return {
    date_notification: frenchDay(notifiedOn),
    delai_jours: String(delay),
    dernier_jour: frenchDay(lastDay),
    avertissement_dalo: daloWarning ? DALO_WARNING : '',
  };
}

/** « logement T3 de 62 m² ». */
function dwellingPhrase({ dwellingType, surface }: ShownDwelling): string {
  return [
    'logement',
    ...(dwellingType === null ? [] : [dwellingType]),
    ...(surface === null ? [] : [`de ${frenchSquareMetres(surface)}`]),
  ].join(' ');
}

/** The State allocates without a commission. */
function decisionPhrase(decidedOn: Day | null): string {
  return decidedOn === null
    ? 'décision du préfet'
    : `décision de la commission d’attribution du ${frenchDay(decidedOn)}`;
}

function amountText(cents: number | null): string {
  return cents === null ? 'non renseigné' : frenchEuros(cents);
}
