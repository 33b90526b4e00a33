import type { AllocationFacts, ReservedFacts, SealedAllocationFacts } from '#allocation';
import type { SealedCriterion } from '#criteria';
import type { NoteFacts, PriorityListFacts, SurveyFacts } from '#fragility';
import type { Day, Uuid } from '#kernel';
import type { NamedList, ReadingFacts, ReadingMotive, SealedReading } from '#readings';
import type { EnrolledFacts, SealedRehousingFacts } from '#rehousing';
import type { DwellingFacts, OwnershipFacts, ResidenceFacts } from '#territory';
import {
  capitals,
  composition,
  euros,
  list,
  meeting,
  percent,
  plain,
  quartile,
  resources,
  squareMetres,
  stock,
  transfer,
  yesNo,
  type Formatter,
} from './values';

/** The French name of a field, and how its values are written in French. */
export interface FieldWords {
  readonly label: string;
  readonly format: Formatter;
  /** Shown only together with the sealed facts, although it is in clear: a territory may consider it sensitive. */
  readonly named?: boolean;
}

/** The words for each field of the facts, in the order in which they are shown. A new field without words does not compile. */
export type Words<Facts> = Readonly<Record<keyof Facts, FieldWords>>;

const words = (label: string, format: Formatter = plain): FieldWords => ({ label, format });

export const RESIDENCE: Words<ResidenceFacts> = {
  code: words('code'),
  name: words('nom'),
  commune: words('commune'),
  landlord: words('bailleur d’origine'),
  districts: words('QPV', list),
  dwellings: words('logements'),
  openedOn: words('mise en service'),
  agreementOn: words('conventionnement'),
  latitude: words('latitude'),
  longitude: words('longitude'),
  sector: words('secteur'),
};

export const OWNERSHIP: Words<OwnershipFacts> = {
  residence: words('résidence'),
  from: words('à partir du'),
  landlord: words('bailleur'),
};

export const NOTE: Words<NoteFacts> = {
  residence: words('résidence'),
  from: words('à effet du'),
  statistical: words('note statistique'),
  commune: words('note de la commune'),
  landlord: words('note du bailleur'),
  final: words('note finale'),
  consensus: words('motif du consensus'),
  communeComment: words('commentaire de la commune'),
  landlordComment: words('commentaire du bailleur'),
  meeting: words('réunion', meeting),
};

export const SURVEY: Words<SurveyFacts> = {
  residence: words('résidence'),
  year: words('année'),
  dwellings: words('logements enquêtés'),
  responseRate: words('taux de réponse', percent),
  veryLowIncome: words('ménages sous 40 % du plafond PLUS', percent),
  adultsInWork: words('taux d’activité', percent),
  largeFamilies: words('familles nombreuses', percent),
  singleParents: words('familles monoparentales', percent),
  minors: words('mineurs', percent),
  underOccupied: words('logements sous-occupés', percent),
  overOccupied: words('logements sur-occupés', percent),
};

const listed: Formatter = (value) =>
  (value as unknown as PriorityListFacts['residences'])
    .map(({ residence, note }) => `${residence} (${note})`)
    .join(', ');

export const PRIORITY_LIST: Words<PriorityListFacts> = {
  landlord: words('bailleur'),
  on: words('au'),
  lastDay: words('vaut jusqu’au'),
  residences: words('résidences (note)', listed),
};

export const DWELLING: Words<DwellingFacts> = {
  reference: words('référence'),
  residence: words('résidence'),
  type: words('typologie'),
  financing: words('financement'),
  surface: words('surface', squareMetres),
  rent: words('loyer', euros),
  charges: words('charges', euros),
  builtIn: words('année de construction'),
  holder: words('réservataire'),
};

interface BesideTheLease {
  readonly household: Uuid;
  readonly motive: string;
  readonly on: Day;
}

export const ALLOCATION: Words<AllocationFacts & Required<ReservedFacts> & BesideTheLease> = {
  household: words('ménage (identifiant interne)'),
  signedOn: words('date du bail'),
  commissionOn: words('date de la CALEOL'),
  residence: words('résidence'),
  dwellingType: words('typologie'),
  financing: words('financement'),
  firstLetting: words('première mise en location', yesNo),
  cancelled: words('annulée', yesNo),
  holder: words('réservataire'),
  transfer: words('type de demande', transfer),
  quartile: words('quartile de ressources', quartile),
  priority: words('public prioritaire', yesNo),
  homeWork: words('rapprochement domicile-travail', yesNo),
  essentialWorker: words('travailleur essentiel', yesNo),
  rehoused: words('relogement', yesNo),
  composition: words('composition du ménage', composition),
  publics: { ...words('publics', list), named: true },
  basis: words('fondement'),
  forOneTurn: words('pour un tour', yesNo),
  outsideFlow: words('hors flux'),
  delegatedTo: words('délégué à la commune'),
  motive: words('motif'),
  on: words('à la date du'),
};

export const SEALED_ALLOCATION: Words<SealedAllocationFacts> = {
  allocationNumber: words('numéro d’attribution'),
  householdNumber: words('numéro unique'),
  dwellingReference: words('référence du logement'),
  personsOf14OrMore: words('personnes de 14 ans et plus'),
  childrenUnder14: words('enfants de moins de 14 ans'),
  income: words('ressources annuelles', euros),
  givenQuartile: words('quartile donné'),
  dalo: words('DALO', yesNo),
  priorityCategory: words('catégorie prioritaire'),
  rehousing: words('programme de relogement', capitals),
  homeCommune: words('commune de domicile'),
  workCommune: words('commune de travail'),
  professionalMobility: words('mobilité professionnelle', yesNo),
};

export const REHOUSING: Words<EnrolledFacts> = {
  household: words('ménage (identifiant interne)'),
  operation: words('opération'),
  movedOn: words('date du relogement'),
  definitive: words('définitif', yesNo),
  residence: words('résidence d’arrivée'),
  stock: words('parc', stock),
  resources: words('ressources', resources),
  costConstant: words('reste à charge constant', yesNo),
  surfacesKnown: words('surfaces connues', yesNo),
  costConstantPerM2: words('reste à charge constant au m²', yesNo),
  improved: words('amélioration', yesNo),
};

export const SEALED_REHOUSING: Words<SealedRehousingFacts> = {
  rehousingNumber: words('numéro de relogement'),
  householdNumber: words('numéro unique'),
  allocationNumber: words('numéro d’attribution'),
  persons: words('personnes'),
  ceilingShare: words('ressources en part du plafond', percent),
  costBefore: words('reste à charge avant', euros),
  costAfter: words('reste à charge après', euros),
  surfaceBefore: words('surface avant', squareMetres),
  surfaceAfter: words('surface après', squareMetres),
  proposals: words('propositions'),
};

interface OfCriterion {
  readonly on: Day;
  readonly established: Uuid;
  readonly motive: string;
}

export const CRITERION: Words<OfCriterion> = {
  on: words('à la date du'),
  established: words('événement retiré'),
  motive: words('motif'),
};

/** As `findingText` says them. */
export const SEALED_CRITERION: Words<Pick<SealedCriterion, 'proofs'> & { readonly finding: string }> = {
  finding: words('constat'),
  proofs: words('justificatifs vus', list),
};

const LISTS: Readonly<Record<NamedList, string>> = {
  'audit-history': 'histoire d’un dossier',
  'offer-letter': 'lettre de proposition d’un logement',
  'refusal-letter': 'lettre de refus d’attribution',
  'household-criteria': 'critères de priorité d’un ménage',
  allocations: 'liste d’attributions',
};

const READING_MOTIVES: Readonly<Record<ReadingMotive, string>> = {
  instruction: 'instruire un dossier',
  commission: 'préparer une commission',
  relance: 'relancer un ménage ou un partenaire',
  controle: 'contrôler ce qui est enregistré',
  autorite: 'répondre à une autorité',
  droit_acces: 'répondre à la personne elle-même',
};

export const READING: Words<Required<ReadingFacts>> = {
  list: words('liste', (value) => (LISTS as Readonly<Record<string, string>>)[plain(value)] ?? plain(value)),
  count: words('lignes nominatives'),
  motive: words(
    'motif',
    (value) => (READING_MOTIVES as Readonly<Record<string, string>>)[plain(value)] ?? plain(value),
  ),
};

const SEARCHED: Readonly<Record<SealedReading['filter']['kind'], string>> = {
  allocation: 'attribution',
  household: 'ménage',
  candidate: 'candidat',
  list: 'liste',
};

const filter: Formatter = (value) => {
  const { kind, value: asked } = value as SealedReading['filter'];
  return `${SEARCHED[kind]} ${asked}`;
};

export const SEALED_READING: Words<SealedReading> = {
  filter: words('recherche', filter),
  ids: words('dossiers montrés (identifiants internes)', list),
};
