import { may, type Actor } from '#access';
import type { Where } from '#read-store';
import type { Declared, DeclaredPublic } from '../declared';
import { PUBLICS_MARK } from '../figures/allocation-fact';
import { publicFigureCode } from '../figures/figure';

/** The publics of a convention in lists: which ones a row may show, and which ones an actor may filter by. */
export class ListedPublics {
  private readonly shown: ReadonlySet<string>;

  constructor(
    private readonly declared: Declared['publics'],
    private readonly actor: Actor,
  ) {
    this.shown = new Set(declared.filter(({ sensitive }) => !sensitive).map(({ code }) => code));
  }

  /** The publics of a lease that may be shown. A sensitive public is never shown, nor one that no convention declares. */
  of(text: string | null): readonly string[] {
    return text === null ? [] : text.split(PUBLICS_MARK).filter((code) => this.shown.has(code));
  }

  byCode(code: string): DeclaredPublic | undefined {
    return this.declared.find((each) => each.code === code);
  }

  byFigure(figure: string): DeclaredPublic | undefined {
    return this.declared.find(({ code }) => publicFigureCode(code) === figure);
  }

  /** A filter by a sensitive public would show that each lease of the answer belongs to it. */
  mayAskFor({ sensitive }: DeclaredPublic): boolean {
    return !sensitive || may(this.actor, 'read-named-list');
  }

  /**
   * The conditions of the leases to households of a public. One column holds all the publics of a lease together, so
   * the conditions list every combination that includes this public. A convention has only a few publics.
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
