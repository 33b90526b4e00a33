import type { AllocationWord } from '../lists/allocation-columns';
import type { LabelledWord } from '../lists/list-labels';

/** The columns of a list for people. */
export const COLUMN_TITLES: Readonly<Record<AllocationWord, string>> = {
  identifiant: 'Identifiant',
  date_bail: 'Date du bail',
  date_caleol: 'Date de la CALEOL',
  code_residence: 'Code de la résidence',
  code_insee: 'Code INSEE de la commune',
  code_secteur: 'Code du secteur',
  code_bailleur: 'SIREN ou code du bailleur',
  code_qpv: 'Code du QPV',
  en_qpv: 'En QPV',
  note: 'Note de fragilité',
  typologie: 'Typologie',
  financement: 'Financement',
  premiere_mise_en_location: 'Première mise en location',
  annulee: 'Annulée',
  code_reservataire: 'Code du réservataire',
  contingent: 'Contingent',
  delegue: 'Délégué à une commune',
  type_demande: 'Type de demande',
  quartile: 'Quartile',
  prioritaire: 'Public prioritaire',
  reloge: 'Relogement',
  domicile_travail: 'Lien domicile-travail',
  travailleur_essentiel: 'Travailleur essentiel',
  composition: 'Composition du ménage',
  publics: 'Publics de la convention',
  corrigee: 'Corrigée ou annulée',
};

/** Those that show names in the place of codes. */
export const LABEL_TITLES: Readonly<Record<LabelledWord, string>> = {
  code_residence: 'Résidence',
  code_insee: 'Commune',
  code_secteur: 'Secteur',
  code_bailleur: 'Bailleur',
  code_qpv: 'Quartier prioritaire',
  code_reservataire: 'Réservataire',
  contingent: 'Contingent',
  publics: 'Publics de la convention',
};
