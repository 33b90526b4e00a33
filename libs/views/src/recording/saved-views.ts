import type { Actor } from '#access';
import { isRefusal, newUuid, refuse, type Clock, type Refusal, type Uuid } from '#kernel';
import { seemsToNamePeople } from '#fragility';
import { defaultViewsOf } from '../default-views';
import { MOST_VIEWS, type KeptView, type ListedView, type ViewContent, type ViewedList } from '../view';
import { ownerOf, serviceOf } from './owners';
import type { ReadView, ViewStore } from './view-store';

/** What a numéro unique looks like. */
const HOUSEHOLD_NUMBER = /\d{18}/;

/** The views of the people: each one's own, and those that a service shares. */
export class SavedViews {
  constructor(
    private readonly store: ViewStore,
    private readonly clock: Clock,
  ) {}

  /** One's own by name, then those of colleagues by name, then those of the role. */
  async list(list: ViewedList, actor: Actor): Promise<readonly ListedView[]> {
    const owner = ownerOf(actor);
    const [own, shared] = await Promise.all([this.store.of(owner), this.store.sharedWith(serviceOf(actor))]);
    const ofColleagues = shared.filter((view) => view.owner !== owner);
    const kept = [...sorted(own), ...sorted(ofColleagues)].filter((view) => view.list === list);
    return [...kept.map((view) => listed(view, owner)), ...defaultViewsOf(actor.role, list)];
  }

  /** Refused: `too-many-views`, `text-names-people`. */
  async add(content: ViewContent, actor: Actor): Promise<ListedView | Refusal> {
    const refusal = refuseNames(content);
    if (refusal) return refusal;
    const owner = ownerOf(actor);
    if ((await this.store.of(owner)).length >= MOST_VIEWS) return refuse('too-many-views', { most: MOST_VIEWS });
    const view = this.kept(content, { id: newUuid(), owner, service: content.shared ? serviceOf(actor) : null });
    await this.store.add(view);
    return listed(view, owner);
  }

  /** Refused: `unknown-view`, `view-of-another`, `text-names-people`, `recording-conflict`. */
  async change(id: string, content: ViewContent, actor: Actor): Promise<ListedView | Refusal> {
    const read = await this.ownView(id, actor);
    if (isRefusal(read)) return read;
    const refusal = refuseNames(content);
    if (refusal) return refusal;
    const { owner, service: before } = read.view;
    const service = content.shared ? serviceOf(actor) : before;
    const view = this.kept(content, { id: read.view.id, owner, service });
    return (await this.store.replace(read, view)) ? listed(view, owner) : refuse('recording-conflict');
  }

  /** Refused: `unknown-view`, `view-of-another`. */
  async remove(id: string, actor: Actor): Promise<Refusal | undefined> {
    const read = await this.ownView(id, actor);
    if (isRefusal(read)) return read;
    return (await this.store.remove(read.view)) ? undefined : refuse('unknown-view');
  }

  /** A view that the actor does not see is unknown, as if it did not exist. */
  private async ownView(id: string, actor: Actor): Promise<ReadView | Refusal> {
    const read = await this.store.get(id);
    if (!read) return refuse('unknown-view');
    const { owner, shared, service } = read.view;
    if (owner === ownerOf(actor)) return read;
    return refuse(shared && service === serviceOf(actor) ? 'view-of-another' : 'unknown-view');
  }

  private kept(
    content: ViewContent,
    whose: { readonly id: Uuid; readonly owner: Uuid; readonly service: Uuid | null },
  ): KeptView {
    return { ...content, ...whose, savedAt: this.clock.now() };
  }
}

function refuseNames({ name, query }: ViewContent): Refusal | undefined {
  if (seemsToNamePeople(name)) return refuse('text-names-people', { field: 'name' });
  return HOUSEHOLD_NUMBER.test(query) ? refuse('text-names-people', { field: 'query' }) : undefined;
}

function sorted(views: readonly KeptView[]): readonly KeptView[] {
  return [...views].sort((one, other) => one.name.localeCompare(other.name, 'fr') || (one.id < other.id ? -1 : 1));
}

function listed({ owner, service: _service, ...view }: KeptView, reader: Uuid): ListedView {
  return { ...view, origin: owner === reader ? 'own' : 'service' };
}
