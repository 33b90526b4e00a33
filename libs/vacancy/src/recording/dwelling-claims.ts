import { isConflict, type PipelineStores, type Sending } from '#deciding';
import { readWholeStream } from '#event-store';
import { correlationFrom, isCodedError, newUuid, refuse, uuidV5, type Refusal, type Uuid } from '#kernel';
import { VACANCY_STREAMS, type VacancyEvent } from '../events';
import { isOpen, statusOf, vacancyAfter } from '../vacancy';
import type { VacancyStatus } from '../words';
import { Claims, type Claiming, type ClaimSubject, type SeenClaims } from './claims';
import type { DwellingReference } from './vacancy-command';

const ATTEMPTS = 10;

/** One open vacancy a dwelling: a vacancy claims its dwelling before it is declared. */
export class DwellingClaims {
  private readonly claims: Claims;

  constructor(
    private readonly stores: PipelineStores,
    seen?: SeenClaims,
  ) {
    this.claims = new Claims(stores, seen);
  }

  /**
   * Resolves once the vacancy holds the claim. Refused: `vacancy-already-open` where another vacancy of the dwelling is
   * neither let nor closed, with that vacancy and its status. @throws CodedError `recording-conflict`
   */
  async take(vacancy: Uuid, dwelling: DwellingReference, sending: Sending): Promise<Refusal | undefined> {
    const keeps = async (holder: Uuid): Promise<Refusal | undefined> => {
      const present = await this.openStatusOf(holder, vacancy, sending);
      return present && refuse('vacancy-already-open', { vacancy: holder, present, admitted: [] });
    };
    const refusal = await this.claims.take(await this.subjectOf(dwelling), { by: vacancy, keeps }, sending);
    return refusal && (refusal.code === 'claim-taken' ? refuse('vacancy-already-open') : refusal);
  }

  /** Refused as `take`, and nothing is written. */
  async refuseOpen({ residence, reference }: DwellingReference): Promise<Refusal | undefined> {
    const id = await (await this.stores.vault()).find('dwelling', `${residence}\n${reference}`);
    if (id === undefined) return undefined;
    const { holder } = await this.claims.of({ kind: 'dwelling', id });
    if (holder === null) return undefined;
    const present = await this.statusWhileOpen(holder);
    return present && refuse('vacancy-already-open', { vacancy: holder, present, admitted: [] });
  }

  /** Gives the claim back where the declaration was refused. */
  async release(vacancy: Uuid, dwelling: DwellingReference, sending: Sending): Promise<void> {
    await this.claims.release(await this.subjectOf(dwelling), { by: vacancy }, sending);
  }

  /**
   * The status of the vacancy that holds the claim; undefined where the claim protects nothing any more. A vacancy that
   * was claimed for and not declared is abandoned first, in its own stream: a declaration that comes late then fails there.
   */
  private async openStatusOf(holder: Uuid, rival: Uuid, sending: Claiming): Promise<VacancyStatus | undefined> {
    const [first] = await this.stores.store.readStream(VACANCY_STREAMS.name(holder), { maxCount: 1 });
    if (first) return this.statusWhileOpen(holder);
    return (await this.abandon(holder, rival, sending)) ? undefined : 'declared';
  }

  private async statusWhileOpen(holder: Uuid): Promise<VacancyStatus | undefined> {
    const events = await readWholeStream(this.stores.store, VACANCY_STREAMS.name(holder));
    const vacancy = vacancyAfter(events.map((event) => VACANCY_STREAMS.read(event)));
    return vacancy && isOpen(vacancy) ? statusOf(vacancy) : undefined;
  }

  /** False where the vacancy was declared meanwhile. */
  private async abandon(holder: Uuid, rival: Uuid, { actor, correlation }: Claiming): Promise<boolean> {
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

  private async subjectOf({ residence, reference }: DwellingReference): Promise<ClaimSubject> {
    const text = `${residence}\n${reference}`;
    const vault = await this.stores.vault();
    for (let attempts = 1; ; attempts += 1) {
      const session = vault.session();
      await session.prepare({ dwellings: [text] });
      const isNew = session.find('dwelling', text) === undefined;
      const id = session.dwelling(text);
      try {
        await session.commit();
        return { kind: 'dwelling', id, ...(isNew && { isPresumedFree: true }) };
      } catch (error) {
        // Another declaration named the dwelling meanwhile: its id is known now.
        if (attempts === ATTEMPTS || !isCodedError(error, 'vault-conflict')) throw error;
      }
    }
  }
}
