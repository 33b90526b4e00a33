import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#access';
import type { Correlation, Refusal } from '#kernel';
import type { Letter } from './letter';
import { LettersReader, type LetterTo } from './letters-reader';
import type { PlannedOffer } from './offer-on-paper';

/** Asks for the letter of an offer. The reading is recorded: the letter names the household. */
export class ReadOfferLetter extends Query<Letter | Refusal> {
  constructor(
    readonly to: LetterTo,
    readonly actor: Actor,
    readonly planned?: PlannedOffer,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

/** Asks for the notice of a refusal. The reading is recorded too. */
export class ReadRefusalLetter extends Query<Letter | Refusal> {
  constructor(
    readonly to: LetterTo,
    readonly actor: Actor,
    readonly correlation?: Correlation,
  ) {
    super();
  }
}

@QueryHandler(ReadOfferLetter)
export class ReadOfferLetterHandler implements IQueryHandler<ReadOfferLetter> {
  constructor(private readonly letters: LettersReader) {}

  execute({ to, planned, actor, correlation }: ReadOfferLetter): Promise<Letter | Refusal> {
    return this.letters.offer(to, planned, { actor, correlation });
  }
}

@QueryHandler(ReadRefusalLetter)
export class ReadRefusalLetterHandler implements IQueryHandler<ReadRefusalLetter> {
  constructor(private readonly letters: LettersReader) {}

  execute({ to, actor, correlation }: ReadRefusalLetter): Promise<Letter | Refusal> {
    return this.letters.refusal(to, { actor, correlation });
  }
}
