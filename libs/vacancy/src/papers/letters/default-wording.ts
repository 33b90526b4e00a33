import type { LetterWording } from './templates';

/** The letters as Mixité words them, where the territory has not worded them itself. */
export const DEFAULT_WORDING: LetterWording = {
  offre: {
    subject: 'Proposition d’un logement',
    text: `Madame, Monsieur,

Vous avez demandé un logement social sous le numéro unique {numero_unique}. Par {decision}, nous vous proposons le logement suivant : {logement}, résidence {residence}, à {commune}.

Loyer mensuel : {loyer}. Charges mensuelles : {charges}.

Vous pouvez accepter ou refuser cette proposition jusqu’au {dernier_jour} inclus. Sans réponse de votre part à cette date, la proposition sera considérée comme refusée (article R. 441-10 du code de la construction et de l’habitation).

{avertissement_dalo}

Merci de nous répondre par écrit, en rappelant le numéro unique de votre demande.

Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.`,
  },
  non_attribution: {
    subject: 'Décision de la commission d’attribution sur votre demande',
    text: `Madame, Monsieur,

Vous avez demandé un logement social sous le numéro unique {numero_unique}. Par {decision}, le logement suivant ne vous a pas été attribué : {logement}, résidence {residence}, à {commune}.

Le motif de cette décision est le suivant : {motif}.

Votre demande reste enregistrée et pourra être présentée pour d’autres logements, tant que vous la renouvelez chaque année.

Cette notification vous est adressée en application de l’article L. 441-2-2 du code de la construction et de l’habitation. Vous pouvez nous demander un nouvel examen, ou contester la décision devant le tribunal administratif, dans les deux mois qui suivent la réception de cette lettre.

Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.`,
  },
  irrecevabilite: {
    subject: 'Irrecevabilité de votre demande pour un logement',
    text: `Madame, Monsieur,

Vous avez demandé un logement social sous le numéro unique {numero_unique}. Par {decision}, votre demande a été jugée irrecevable pour le logement suivant : {logement}, résidence {residence}, à {commune}.

Le motif de cette décision est le suivant : {motif}.

Si votre situation a changé, ou si ce motif vous paraît erroné, faites-le-nous savoir dans le mois qui suit la réception de cette lettre : passé ce délai, votre demande peut être radiée du système national d’enregistrement (article R. 441-2-8 du code de la construction et de l’habitation).

Cette notification vous est adressée en application de l’article L. 441-2-2 du même code. Vous pouvez aussi contester la décision devant le tribunal administratif, dans les deux mois qui suivent la réception de cette lettre.

Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.`,
  },
};

/** What the law has a landlord say to a household that the prefect designated. A territory places it, and does not word it. */
export const DALO_WARNING =
  'Cette proposition vous est faite au titre du droit au logement opposable. En cas de refus d’une offre de logement tenant compte de vos besoins et de vos capacités, vous risquez de perdre le bénéfice de la décision de la commission de médiation en application de laquelle elle vous est faite (article R. 441-16-3 du code de la construction et de l’habitation).';
