import { ConventionHistory, timeZoneOf } from '#convention';
import type { AnswerState } from '#http';
import type { Installation } from '#installation';
import { dayAt } from '#kernel';
import { PRODUCT_VERSION } from './version';

/**
 * What every reading of the history depends on, beside the request: the head of the history, today, the generations of the read models
 * (one that is built again may correct figures without an event), and this version of the product.
 */
export function answerStateOf(installation: Installation, convention: ConventionHistory): AnswerState {
  const { eventStore, readStore, clock } = installation;
  return async () => {
    const [head, recorded, versions] = await Promise.all([
      eventStore.head(),
      convention.latest(),
      readStore.versions(),
    ]);
    const models = versions
      .filter(({ active }) => active)
      .map((each) => `${each.name}@${each.version}.${each.generation}`);
    return {
      store: eventStore.storeId,
      position: head?.position ?? null,
      today: dayAt(clock.now(), timeZoneOf(recorded)),
      models: models.sort(),
      product: PRODUCT_VERSION,
    };
  };
}
