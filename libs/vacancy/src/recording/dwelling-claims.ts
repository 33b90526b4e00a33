import { CommandPipeline, handlingOf, isConflict, type PipelineStores, type Sending } from '#deciding';
import { readWholeStream } from '#event-store';
import { correlationFrom, isCodedError, isRefusal, newUuid, refuse, uuidV5, type Refusal, type Uuid } from '#kernel';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { isOpen, vacancyAfter } from '../vacancy';
import { CLAIMS, type ClaimCommand, type ClaimEvent, type ClaimState, type ClaimSubject } from './claims';
import type { DwellingReference } from './vacancy-command';

/** Two rivals for one dwelling settle it in one attempt each. */
const ATTEMPTS = 10;

/** One open vacancy a dwelling: a vacancy claims its dwelling before it is declared. */
export class DwellingClaims {
  private readonly claims: CommandPipeline<ClaimCommand, ClaimState, ClaimEvent>;

  constructor(private readonly stores: PipelineStores) {
    this.claims = new CommandPipeline(handlingOf(CLAIMS, stores.store), stores);
  }

  /**
   * Resolves once the vacancy holds the claim. Refused: `vacancy-already-open` where another vacancy of the dwelling is
   * neither let nor closed. @throws CodedError `recording-conflict`
   */
  async take(
    vacancy: Uuid,
    dwelling: DwellingReference,
    { actor, correlation }: Sending,
  ): Promise<Refusal | undefined> {
    const subject: ClaimSubject = { kind: 'dwelling', id: await this.idOf(dwelling) };
    let command: ClaimCommand = { subject, verb: 'take', by: vacancy };
    for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
      const answer = await this.claims.send(command, { actor, correlation });
      if (!isRefusal(answer)) return undefined;
      const holder = answer.params['by'] as Uuid;
      if (!(await this.isOver(holder, vacancy, { actor, correlation }))) return refuse('vacancy-already-open');
      command = { subject, verb: 'take over', by: vacancy, from: holder };
    }
    return refuse('vacancy-already-open');
  }

  /** Gives the claim back where the declaration was refused. */
  async release(vacancy: Uuid, dwelling: DwellingReference, { actor, correlation }: Sending): Promise<void> {
    const subject: ClaimSubject = { kind: 'dwelling', id: await this.idOf(dwelling) };
    await this.claims.send({ subject, verb: 'release', by: vacancy }, { actor, correlation });
  }

  /**
   * Whether the claim of this vacancy protects nothing any more. A vacancy that was claimed for and not declared is
   * abandoned first, in its own stream: a declaration that comes late then fails there.
   */
  private async isOver(holder: Uuid, rival: Uuid, sending: Pick<Sending, 'actor' | 'correlation'>): Promise<boolean> {
    const events = await readWholeStream(this.stores.store, VACANCY_STREAMS.name(holder));
    if (events.length === 0) return this.abandon(holder, rival, sending);
    const vacancy = vacancyAfter(events.map((event) => VACANCY_STREAMS.read(event)));
    return !vacancy || !isOpen(vacancy);
  }

  /** False where the vacancy was declared meanwhile. */
  private async abandon(
    holder: Uuid,
    rival: Uuid,
    { actor, correlation }: Pick<Sending, 'actor' | 'correlation'>,
  ): Promise<boolean> {
    const event: VacancyEvent = { type: 'VacancyAbandoned', data: { for: rival } };
    const metadata = { actor: actor.id, role: actor.role, ...(correlation ?? correlationFrom(newUuid())) };
    const id = uuidV5(`abandoned|${holder}`);
    const batch = {
      stream: VACANCY_STREAMS.name(holder),
      expected: 'none',
      events: [VACANCY_STREAMS.write(event, { id, metadata })],
    } as const;
    try {
      await this.stores.store.append(batch);
      return true;
    } catch (error) {
      if (isConflict(error)) return false;
      throw error;
    }
  }

  private async idOf({ residence, reference }: DwellingReference): Promise<Uuid> {
    const text = `${residence}\n${reference}`;
    const vault = await this.stores.vault();
    for (let attempts = 1; ; attempts += 1) {
      const session = vault.session();
      await session.prepare({ dwellings: [text] });
      const id = session.dwelling(text);
      try {
        await session.commit();
        return id;
      } catch (error) {
        // Another declaration named the dwelling meanwhile: its id is known now.
        if (attempts === ATTEMPTS || !isCodedError(error, 'vault-conflict')) throw error;
      }
    }
  }
}
