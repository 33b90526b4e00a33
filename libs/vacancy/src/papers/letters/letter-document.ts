import { letterPaper, type PrintedDocument } from '#documents';
import { shortReference } from '../dwelling-text';
import type { Letter } from './letter';

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
