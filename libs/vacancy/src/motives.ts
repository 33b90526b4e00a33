import type { Motive, MotiveList } from '#convention';
import { refuse, type Day, type Refusal } from '#kernel';

/** The coded motives that are admitted, by list. They are data of the territory. */
export interface Motives extends Readonly<Record<MotiveList, readonly string[]>> {
  /** Of a household: a refusal of the offer, a withdrawal by itself. */
  readonly household: readonly string[];
  readonly nonAllocation: readonly string[];
  readonly inadmissibility: readonly string[];
  /** Of a withdrawal by the holder or the landlord. */
  readonly withdrawal: readonly string[];
  readonly returning: readonly string[];
  readonly deferral: readonly string[];
  readonly correction: readonly string[];
}

export const DEFAULT_MOTIVES: Motives = {
  household: [
    'loyer',
    'localisation',
    'environnement',
    'taille',
    'etat',
    'etage_acces',
    'annexes',
    'autre_logement',
    'ne_cherche_plus',
    'sans_reponse',
  ],
  nonAllocation: ['fragilite', 'taux_effort', 'taille_inadaptee', 'logement_possede', 'dossier_incomplet', 'equilibre'],
  inadmissibility: ['plafond', 'condition_d_acces'],
  withdrawal: ['situation_changee', 'doublon', 'erreur', 'injoignable', 'logement_indisponible'],
  returning: ['sans_candidat', 'delai_echu', 'erreur'],
  deferral: ['equilibre', 'dossier_incomplet', 'sans_accord'],
  correction: ['situation_changee', 'erreur', 'piece_recue'],
};

/**
 * The motives that are admitted on a day: the default ones, and those of the territory from their first day to their last. A motive of the
 * territory replaces the default one of its code, also once its last day is past.
 */
export function motivesOn(day: Day, own: readonly Motive[]): Motives {
  const begun = own.filter(({ firstDay }) => firstDay === null || firstDay <= day);
  if (begun.length === 0) return DEFAULT_MOTIVES;
  const codes = new Set(begun.map(({ code }) => code));
  const admitted = begun.filter(({ lastDay }) => lastDay === null || day <= lastDay);
  const entries = (Object.keys(DEFAULT_MOTIVES) as MotiveList[]).map((list) => {
    const added = admitted.filter(({ lists }) => lists.includes(list)).map(({ code }) => code);
    return [list, [...DEFAULT_MOTIVES[list].filter((code) => !codes.has(code)), ...added]] as const;
  });
  return Object.fromEntries(entries) as unknown as Motives;
}

/** The motive that only a residence on its landlord's list admits (L441-2-2). It opens a substitute-offer duty. */
export const FRAGILITY_MOTIVE = 'fragilite';

/** Motives that the process itself gives to a withdrawal. */
export type OwnMotive =
  'logement_rendu' | 'logement_retire' | 'logement_attribue' | 'menage_loge' | 'substitution' | 'refus_dalo';

/** Refused: `value-not-admitted` where the code is not one of these. */
export function refuseUnlisted(
  field: string,
  code: string | undefined,
  admitted: readonly string[],
): Refusal | undefined {
  if (code !== undefined && admitted.includes(code)) return undefined;
  return refuse('value-not-admitted', { field, value: code ?? null, admitted: [...admitted] });
}
