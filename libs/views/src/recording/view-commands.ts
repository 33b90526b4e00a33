import { Command, CommandHandler, Query, QueryHandler, type ICommandHandler, type IQueryHandler } from '@nestjs/cqrs';
import { refusalOf, type Actor } from '#access';
import { refuse, type Refusal } from '#kernel';
import type { ListedView, ViewContent, ViewedList } from '../view';
import { Preferences, type ListPreferences } from './preferences';
import { SavedViews } from './saved-views';

/** The views of a list that the actor sees. */
export class ListViews extends Query<readonly ListedView[] | Refusal> {
  constructor(
    readonly list: ViewedList,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** A new view. */
export class AddView extends Command<ListedView | Refusal> {
  constructor(
    readonly content: ViewContent,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** A view, saved anew. */
export class ChangeView extends Command<ListedView | Refusal> {
  constructor(
    readonly changed: { readonly view: string; readonly content: ViewContent },
    readonly actor: Actor,
  ) {
    super();
  }
}

export class RemoveView extends Command<Refusal | undefined> {
  constructor(
    readonly view: string,
    readonly actor: Actor,
  ) {
    super();
  }
}

/** How the actor likes to see a list. */
export class ReadPreferences extends Query<ListPreferences | Refusal> {
  constructor(
    readonly list: ViewedList,
    readonly actor: Actor,
  ) {
    super();
  }
}

export class SetPreferences extends Command<ListPreferences | Refusal> {
  constructor(
    readonly given: { readonly list: ViewedList; readonly preferences: ListPreferences },
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(ListViews)
export class ListViewsHandler implements IQueryHandler<ListViews> {
  constructor(private readonly views: SavedViews) {}

  async execute({ list, actor }: ListViews): Promise<readonly ListedView[] | Refusal> {
    return refusalOf(actor, 'read-list') ?? this.views.list(list, actor);
  }
}

@CommandHandler(AddView)
export class AddViewHandler implements ICommandHandler<AddView> {
  constructor(private readonly views: SavedViews) {}

  async execute({ content, actor }: AddView): Promise<ListedView | Refusal> {
    return refusalOf(actor, 'read-list') ?? this.views.add(content, actor);
  }
}

@CommandHandler(ChangeView)
export class ChangeViewHandler implements ICommandHandler<ChangeView> {
  constructor(private readonly views: SavedViews) {}

  async execute({ changed: { view, content }, actor }: ChangeView): Promise<ListedView | Refusal> {
    return refusalOf(actor, 'read-list') ?? this.views.change(view, content, actor);
  }
}

@CommandHandler(RemoveView)
export class RemoveViewHandler implements ICommandHandler<RemoveView> {
  constructor(private readonly views: SavedViews) {}

  async execute({ view, actor }: RemoveView): Promise<Refusal | undefined> {
    return refusalOf(actor, 'read-list') ?? this.views.remove(view, actor);
  }
}

@QueryHandler(ReadPreferences)
export class ReadPreferencesHandler implements IQueryHandler<ReadPreferences> {
  constructor(private readonly preferences: Preferences) {}

  async execute({ list, actor }: ReadPreferences): Promise<ListPreferences | Refusal> {
    return refusalOf(actor, 'read-list') ?? this.preferences.of(list, actor);
  }
}

@CommandHandler(SetPreferences)
export class SetPreferencesHandler implements ICommandHandler<SetPreferences> {
  constructor(private readonly preferences: Preferences) {}

  async execute({ given: { list, preferences }, actor }: SetPreferences): Promise<ListPreferences | Refusal> {
    const refusal = refusalOf(actor, 'read-list');
    if (refusal) return refusal;
    return (await this.preferences.set(list, preferences, actor)) ? preferences : refuse('recording-conflict');
  }
}
