import type { CommandHandling, DecidedEvent, Loaded, Sent, Targeted } from '#deciding';
import { readWholeStream, type EventStore } from '#event-store';
import { canonicalJson, isRefusal, type Decision, type JsonObject, type Uuid } from '#kernel';
import type { VaultSession, Wanted } from '#people';
import { TOKEN_STREAMS, type TokenEvent } from '../events';
import { evolve, type Token } from '../token';
import type { TerritoryCodes } from '#territory';
import { issueToken, type IssueToken } from '../verbs/issue-token';
import { revokeToken } from '../verbs/revoke-token';

export type TokenCommand =
  | {
      readonly verb: 'issue';
      readonly id: Uuid;
      readonly given: IssueToken;
      readonly known: TerritoryCodes;
      /** Of who holds it; sealed. */
      readonly name: string | undefined;
    }
  | { readonly verb: 'revoke'; readonly id: Uuid };

/** How the pipeline handles tokens: one stream each. The name of the holder is sealed with a key of the token. */
export class TokenHandling implements CommandHandling<TokenCommand, Token | undefined, TokenEvent> {
  readonly events = TOKEN_STREAMS;
  readonly conflict = 'recording-conflict';

  constructor(private readonly store: EventStore) {}

  keyOf({ id }: TokenCommand): string {
    return id;
  }

  contentOf({ verb, id }: TokenCommand): string {
    return canonicalJson({ verb, id } as JsonObject);
  }

  wanted(command: TokenCommand): Wanted {
    return command.verb === 'issue' && command.name !== undefined ? { subjects: [command.id] } : {};
  }

  streamOf({ id }: TokenCommand): string {
    return TOKEN_STREAMS.name(id);
  }

  async load(
    targets: readonly Targeted<TokenCommand>[],
  ): Promise<ReadonlyMap<Sent<TokenCommand>, Loaded<Token | undefined>>> {
    const loaded = targets.map(async ({ sent, stream = '' }) => {
      const events = await readWholeStream(this.store, stream);
      const state = events.reduce<Token | undefined>(
        (token, event) => evolve(token, TOKEN_STREAMS.read(event)),
        undefined,
      );
      return [sent, { stream, revision: events.length - 1, state, events }] as const;
    });
    return new Map(await Promise.all(loaded));
  }

  reserve(command: TokenCommand, session: VaultSession): void {
    if (command.verb === 'issue' && command.name !== undefined) session.subject(command.id);
  }

  decide({ command }: Sent<TokenCommand>, { state }: Loaded<Token | undefined>): Decision<DecidedEvent<TokenEvent>> {
    if (command.verb === 'revoke') return revokeToken(state);
    const { id, given, known, name } = command;
    const decision = issueToken(given, known);
    if (isRefusal(decision) || name === undefined) return decision;
    return decision.map((event) => ({ ...event, people: { household: id, facts: { name } } }));
  }
}
