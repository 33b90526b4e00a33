import { THRESHOLD_STREAMS, type ThresholdFacts } from '#convention';
import { recordsOf, type EventStore } from '#event-store';
import { COMMUNE_STREAMS, officialCommune, type CommuneFacts } from '#territory';
import type { Geography } from '../derived-facts';
import type { Derivation } from '../verbs/record-lease';

/** The communes of the EPCI and the yearly bounds: those recorded, and those that an import adds. */
export class KnownFacts implements Derivation {
  private readonly communes = new Set<string>();
  private readonly thresholds = new Map<number, ThresholdFacts>();
  private readonly currentCommunes = new Map<string, string>();

  static async of(store: EventStore): Promise<KnownFacts> {
    const known = new KnownFacts();
    for (const commune of await recordsOf(store, COMMUNE_STREAMS)) known.addCommune(commune);
    for (const bounds of await recordsOf(store, THRESHOLD_STREAMS)) known.setBounds(bounds);
    return known;
  }

  readonly geography: Geography = {
    currentCommune: (code) => this.currentCommune(code),
    inEpci: (commune) => this.communes.has(commune),
  };

  bounds(year: number): ThresholdFacts | undefined {
    return this.thresholds.get(year);
  }

  /** False where it was known already. */
  addCommune(commune: CommuneFacts): boolean {
    const current = this.currentCommune(commune.code);
    if (this.communes.has(current)) return false;
    this.communes.add(current);
    return true;
  }

  setBounds(bounds: ThresholdFacts): void {
    this.thresholds.set(bounds.year, bounds);
  }

  private currentCommune(code: string): string {
    let current = this.currentCommunes.get(code);
    if (current === undefined) {
      current = officialCommune(code)?.current ?? code;
      this.currentCommunes.set(code, current);
    }
    return current;
  }
}
