import { followerOf, type Follower } from '#deciding';
import type { EventStore, RecordedEvent } from '#event-store';
import type { Day } from '#kernel';
import { DEFAULT_WORDING } from './default-wording';
import { LETTER_TEMPLATE_STREAMS, templateOn, type LetterCode, type LetterTemplateFacts } from './templates';

/** The wordings that the territory recorded, in memory: there are a few. */
export class RecordedTemplates {
  private readonly byStream = new Map<string, LetterTemplateFacts>();
  private readonly follower: Follower;

  constructor(store: EventStore) {
    const { types } = LETTER_TEMPLATE_STREAMS;
    this.follower = followerOf(store, { types, apply: (event) => this.apply(event) }, []);
  }

  /** The wording in force on that day, with all that was recorded before this call. */
  async on(code: LetterCode, day: Day): Promise<Pick<LetterTemplateFacts, 'subject' | 'text'>> {
    await this.follower.reachHead();
    return templateOn(code, day, { recorded: this.byStream.values(), defaults: DEFAULT_WORDING });
  }

  private apply(event: RecordedEvent): void {
    this.byStream.set(event.stream, LETTER_TEMPLATE_STREAMS.evolve(this.byStream.get(event.stream), event));
  }
}
