import { may, type Actor } from '#access';
import type { Where } from '#read-store';
import type { Declared, DeclaredPublic } from '../declared';
import { PUBLICS_MARK } from '../figures/allocation-fact';
import { publicFigureCode } from '../figures/figure';

/** The publics of a convention, for lists: which may be shown of a lease, and which an actor may ask for. */
export class ListedPublics {
  private readonly shown: ReadonlySet<string>;

  constructor(
    private readonly declared: Declared['publics'],
    private readonly actor: Actor,
  ) {
    this.shown = new Set(declared.filter(({ sensitive }) => !sensitive).map(({ code }) => code));
  }

  /** Those of a lease that may be shown: what is sensitive never is, nor what no convention declares. */
  of(text: string | null): readonly string[] {
    return text === null ? [] : text.split(PUBLICS_MARK).filter((code) => this.shown.has(code));
  }

  byCode(code: string): DeclaredPublic | undefined {
    return this.declared.find((each) => each.code === code);
  }

  byFigure(figure: string): DeclaredPublic | undefined {
    return this.declared.find(({ code }) => publicFigureCode(code) === figure);
  }

  /** To ask for a sensitive one tells of each lease in the answer. */
  mayAskFor({ sensitive }: DeclaredPublic): boolean {
    return !sensitive || may(this.actor, 'read-named-list');
  }

  /**
   * The leases to households of a public: its column holds all of a lease's publics together, so that every combination with it is
   * asked for. A convention has a few publics at most.
   */
  conditionsOf({ code }: DeclaredPublic): Where {
    const others = this.declared.filter((each) => each.code !== code).map((each) => each.code);
    const combinations = others.reduce<readonly (readonly string[])[]>(
      (known, other) => [...known, ...known.map((each) => [...each, other])],
      [[code]],
    );
    return { publics: { in: combinations.map((codes) => [...codes].sort().join(PUBLICS_MARK)) } };
  }
}
