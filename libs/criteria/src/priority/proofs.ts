import { RecordDefinition, rowId, type EventOf, type RecordedEvent } from '#event-store';
import type { Day } from '#kernel';
import type { Criterion } from './criterion';

/**
 * Whether a kind of proof serves a criterion, from a day on: the agreement of the département, as the territory says it. A criterion that
 * needs several proofs has several parts.
 */
export interface ProofRuleFacts {
  readonly criterion: Criterion;
  readonly kind: string;
  readonly from: Day;
  readonly admitted: boolean;
  /** Which part of what the criterion asks for the kind proves. */
  readonly part: number;
}

export const MOST_PARTS = 3;

/** One stream for each criterion, kind and day. */
export const PROOF_RULE_STREAMS = new RecordDefinition({
  category: 'proofrule',
  declared: 'ProofRuleSet',
  corrected: 'ProofRuleCorrected',
  id: ({ criterion, kind, from }: ProofRuleFacts) => rowId(`${criterion}|${kind}`, from),
});

export type ProofRuleEvent = EventOf<typeof PROOF_RULE_STREAMS>;

/** The kinds that prove each part of a criterion. All parts are needed, one kind of each is enough. */
export type AdmittedProofs = readonly (readonly string[])[];

/**
 * What a known agreement of a département asks for; where it names no proof, the document that the law or the application itself rests on.
 * An entry in the police register (`main_courante`) stands nowhere: it is not enough.
 */
export const DEFAULT_PROOFS: Readonly<Record<Criterion, AdmittedProofs>> = {
  handicap: [['mdph'], ['visite_bailleur', 'visite_travailleur_social']],
  logement_indigne: [['arrete']],
  violences: [['plainte']],
  // The path of L121-9 of the code of social action; a complaint for trafficking.
  prostitution_traite: [['parcours_sortie_prostitution', 'plainte']],
  sur_occupation: [['bail', 'attestation_surface']],
  sous_occupation: [['bail']],
  sans_logement: [['domiciliation']],
  heberge: [['attestation_hebergement', 'facture_hotel', 'attestation_structure']],
  sortie_ase: [['attestation_ase']],
  menace_expulsion: [['assignation', 'jugement', 'commandement_de_quitter', 'concours_force_publique']],
  taux_effort: [['quittance'], ['ressources']],
  fragilite_economique: [['avis_imposition']],
};

/** The rules that are recorded. */
export class ProofRules {
  private readonly rules = new Map<string, ProofRuleFacts>();

  /** @param event one of `PROOF_RULE_STREAMS` */
  apply(event: RecordedEvent): void {
    const { stream } = event;
    this.rules.set(stream, PROOF_RULE_STREAMS.evolve(this.rules.get(stream), event));
  }

  set(facts: ProofRuleFacts): void {
    this.rules.set(PROOF_RULE_STREAMS.nameFor(facts), facts);
  }

  /** The defaults, changed by the newest rule of each kind on that day. */
  admitted(criterion: Criterion, on: Day): AdmittedProofs {
    const newest = new Map<string, ProofRuleFacts>();
    for (const rule of this.rules.values()) {
      if (rule.criterion !== criterion || rule.from > on) continue;
      const known = newest.get(rule.kind);
      if (!known || known.from < rule.from) newest.set(rule.kind, rule);
    }
    const parts = DEFAULT_PROOFS[criterion].map((kinds) => kinds.filter((kind) => !newest.has(kind)));
    for (const { kind, admitted, part } of newest.values()) {
      while (parts.length < part) parts.push([]);
      if (admitted) parts[part - 1]!.push(kind);
    }
    return parts.filter((kinds) => kinds.length > 0);
  }
}
