import type { SecretStore } from '#accounts';
import { isUuid, type Instant, type JsonObject, type Uuid } from '#kernel';
import type { KeptView, PeriodWord, ViewedList } from '../view';

interface ViewBody extends JsonObject {
  readonly list: string;
  readonly name: string;
  readonly query: string;
  readonly columns: readonly string[];
  readonly period: string | null;
  readonly shared: boolean;
  readonly service: string | null;
  readonly savedAt: string;
}

/** That a service was once shown a view. */
interface SharedBody extends JsonObject {
  readonly view: string;
}

/** A view, and the version under which it was read. */
export interface ReadView {
  readonly view: KeptView;
  readonly version: number;
}

/**
 * The kept views, in the store of the accounts. A service finds its views by entries of their own, which count only where the view says the
 * same: the entry is written before the view and removed after it, so that a stop in between shows nothing wrong.
 */
export class ViewStore {
  constructor(private readonly store: SecretStore) {}

  async get(id: string): Promise<ReadView | undefined> {
    if (!isUuid(id)) return undefined;
    const kept = await this.store.get<ViewBody>('view', id);
    if (!kept || kept.owner === null) return undefined;
    return { view: viewOf(kept.body, kept.id as Uuid, kept.owner), version: kept.version };
  }

  async of(owner: Uuid): Promise<readonly KeptView[]> {
    const kept = await this.store.ofOwner<ViewBody>('view', owner);
    return kept.map(({ id, body }) => viewOf(body, id as Uuid, owner));
  }

  async sharedWith(service: Uuid): Promise<readonly KeptView[]> {
    const entries = await this.store.ofOwner<SharedBody>('shared-view', service);
    const read = await Promise.all(entries.map(({ body }) => this.get(body.view)));
    return read.flatMap((one) => (one?.view.shared && one.view.service === service ? [one.view] : []));
  }

  async add(view: KeptView): Promise<void> {
    await this.enter(view);
    await this.store.insert('view', view.id, { body: bodyOf(view), owner: view.owner, until: null });
  }

  /** False, and nothing is changed, where another write came since that version. */
  async replace({ view: before, version }: ReadView, view: KeptView): Promise<boolean> {
    await this.enter(view);
    const secret = { body: bodyOf(view), owner: view.owner, until: null };
    const isReplaced = await this.store.replace('view', view.id, version, secret);
    if (isReplaced && before.service !== view.service) await this.leave(before);
    return isReplaced;
  }

  /** Whether it was there. */
  async remove(view: KeptView): Promise<boolean> {
    const wasThere = await this.store.remove('view', view.id);
    await this.leave(view);
    return wasThere;
  }

  private async enter({ id, service }: KeptView): Promise<void> {
    if (service === null) return;
    await this.store.insert('shared-view', entryOf(service, id), { body: { view: id }, owner: service, until: null });
  }

  private async leave({ id, service }: KeptView): Promise<void> {
    if (service !== null) await this.store.remove('shared-view', entryOf(service, id));
  }
}

function entryOf(service: Uuid, view: Uuid): string {
  return `${service}.${view}`;
}

function bodyOf({ id: _id, owner: _owner, ...content }: KeptView): ViewBody {
  return content;
}

function viewOf(
  { list, name, query, columns, period, shared, service, savedAt }: ViewBody,
  id: Uuid,
  owner: Uuid,
): KeptView {
  return {
    ...{ id, owner, list: list as ViewedList, name, query, columns, period: period as PeriodWord | null, shared },
    ...{ service: service as Uuid | null, savedAt: savedAt as Instant },
  };
}
