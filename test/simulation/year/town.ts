import type { Desk, Entry, Officer } from '../world/desk';
import type { Random } from '../world/random';
import type { Service } from '../world/service';
import {
  COMMISSION_COMMUNE,
  COMMUNES,
  HOLDERS,
  holderOf,
  LANDLORDS,
  residenceOf,
  type NamedDwelling,
  type Residence,
} from '../world/territory';
import type { Settings } from '../settings';
import { Households } from './households';
import type { Orientation } from './shown';

/** Everybody and everything that the vacancies of one year share. */
export class Town {
  readonly households = new Households();
  readonly officers = new Map<string, Officer>();
  /** The dwellings of `logements.csv`, by the number of the vacancy that is declared in them first. */
  readonly named: ReadonlyMap<number, NamedDwelling>;
  private numbers = 0;

  constructor(
    readonly settings: Settings,
    readonly today: string,
    readonly random: Random,
    readonly desk: Desk,
    readonly service: Service,
    named: ReadonlyMap<number, NamedDwelling>,
  ) {
    this.named = named;
  }

  /** The number of a lease. */
  leaseNumber(): string {
    return `ATT-${this.settings.year}-${(this.numbers += 1)}`;
  }

  get officersById(): ReadonlyMap<string, Officer> {
    return new Map([...this.officers.values()].map((officer) => [officer.id, officer]));
  }

  officer(name: string): Officer {
    const found = this.officers.get(name);
    if (!found) throw new Error(`nobody is ${name}`);
    return found;
  }

  landlordOf(residence: string): string {
    return residenceOf(residence).landlord;
  }

  /** The landlord, or the program that it lets do the same. */
  landlord({ landlord }: Residence, random: Random): Officer {
    return this.officer(random.chance(0.1) ? `service ${landlord}` : `bailleur ${landlord}`);
  }

  /** Whoever designates on a vacancy so oriented. */
  designator(residence: Residence, orientation: Orientation, random: Random): Officer {
    const { contingent, commune, code } = holderOf(orientation.holder);
    if (orientation.forOneTurn || contingent === 'bailleur') return this.landlord(residence, random);
    if (contingent === 'epci' && orientation.delegatedTo !== null)
      return this.officer(`commune ${orientation.delegatedTo}`);
    if (contingent === 'epci' && random.chance(0.5)) return this.officer('agent_epci');
    if (contingent === 'commune' && random.chance(0.5)) return this.officer(`commune ${commune}`);
    return this.officer(`reservataire ${code}`);
  }

  /** Whoever sits in the QPV commission of the residence. */
  commissioner({ commune }: Residence, random: Random): Officer {
    return this.officer(random.chance(0.5) ? 'agent_epci' : `commune ${commune}`);
  }

  /** Gives a token to each role: the administrator's comes from `mixite token`, and issues the others. */
  async issueTokens(administrator: Officer): Promise<void> {
    this.officers.set('administrateur', administrator);
    const wanted: readonly (readonly [name: string, body: object])[] = [
      ...['agent_epci', 'etat', 'auditeur', 'statisticien', 'elu'].map((role) => [role, { role }] as const),
      ...LANDLORDS.map((code) => [`bailleur ${code}`, { role: 'bailleur', scope: [code] }] as const),
      ...LANDLORDS.map((code) => [`service ${code}`, { role: 'service', as: 'bailleur', scope: [code] }] as const),
      ...HOLDERS.map(({ code }) => [`reservataire ${code}`, { role: 'reservataire', scope: [code] }] as const),
      ...COMMUNES.map((code) => [`commune ${code}`, { role: 'commune', scope: [code] }] as const),
    ];
    for (const [name, body] of wanted) {
      const { answer } = await this.desk.command(administrator, 'token', '/tokens', body as never);
      const { id, token } = answer as unknown as { readonly id: string; readonly token: string };
      const given = body as { readonly role: string; readonly as?: string; readonly scope?: readonly string[] };
      this.officers.set(name, { id, token, role: given.as ?? given.role, codes: given.scope ?? [] });
    }
  }

  /** Switches the QPV commission: on from the beginning of the year, off since yesterday. */
  setCommission(isOn: boolean, yesterday: string): Promise<Entry> {
    const from = `${this.settings.year}-01-01`;
    const body = { date_debut: from, demande_du_maire: from, ...(!isOn && { date_fin: yesterday }) };
    const how = { method: 'PUT' as const };
    return this.desk.command(this.officer('agent_epci'), 'qpv', `/qpv-commissions/${COMMISSION_COMMUNE}`, body, how);
  }
}
