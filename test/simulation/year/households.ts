import type { Random } from '../world/random';
import { COMMUNES, type Row } from '../world/territory';

/** The numbers that the simulation gave, and the household's columns under each. */
export class Households {
  private made = 0;
  private readonly recent: Row[] = [];

  /** Refused for the fragility of a residence: another offer is owed to them. */
  readonly owed: Row[] = [];
  /** Designated by the prefect and refused, with the landlord that refused them. */
  readonly refusedToPrefect: { readonly household: Row; readonly landlord: string }[] = [];

  /** A new household, or at times one that somebody designated already: it then stands on several vacancies. */
  one(random: Random): Row {
    if (this.owed.length > 0 && random.chance(0.12)) return random.pick(this.owed);
    if (this.recent.length > 0 && random.chance(0.2)) return random.pick(this.recent);
    const household = this.make(random);
    this.recent.push(household);
    if (this.recent.length > 40) this.recent.shift();
    return household;
  }

  make(random: Random): Row {
    const number = `078${String((this.made += 1)).padStart(15, '0')}`;
    const adults = random.between(1, 3);
    return {
      type_demande: random.chance(0.3) ? 'mutation' : 'premier_acces',
      numero_unique: number,
      personnes_14_ans_et_plus: String(adults),
      enfants_moins_14_ans: String(random.between(0, 3)),
      ressources_annuelles: random.chance(0.9) ? String(random.between(4_000, 60_000)) : '',
      quartile: random.chance(0.05) ? String(random.between(1, 4)) : '',
      dalo: random.chance(0.15) ? 'O' : 'N',
      categorie_prioritaire: random.chance(0.2) ? 'sans_logement' : '',
      relogement: random.chance(0.05) ? 'anru' : '',
      commune_domicile: random.pick(['75112', ...COMMUNES, '']),
      commune_travail: random.pick(['75112', ...COMMUNES, '']),
      mobilite_professionnelle: random.chance(0.1) ? 'O' : 'N',
      travailleur_essentiel: random.pick(['O', 'N', '']),
      composition: adults === 1 ? random.pick(['seul', 'monoparentale']) : random.pick(['couple', 'couple_enfants']),
    };
  }
}
