import { Module } from '@nestjs/common';
import { Access } from '#accounts/module';
import { Installation } from '#installation';
import { ViewsController } from './http/views.controller';
import { Preferences } from './recording/preferences';
import { SavedViews } from './recording/saved-views';
import {
  AddViewHandler,
  ChangeViewHandler,
  ListViewsHandler,
  ReadPreferencesHandler,
  RemoveViewHandler,
  SetPreferencesHandler,
} from './recording/view-commands';
import { ViewStore } from './recording/view-store';

/** Saved views and preferences of lists, kept beside the sessions. */
@Module({
  controllers: [ViewsController],
  providers: [
    {
      provide: SavedViews,
      inject: [Access, Installation],
      useFactory: ({ signIn }: Access, { clock }: Installation) => new SavedViews(new ViewStore(signIn.secrets), clock),
    },
    {
      provide: Preferences,
      inject: [Access],
      useFactory: ({ signIn }: Access) => new Preferences(signIn.secrets),
    },
    ListViewsHandler,
    AddViewHandler,
    ChangeViewHandler,
    RemoveViewHandler,
    ReadPreferencesHandler,
    SetPreferencesHandler,
  ],
})
export class ViewsModule {}
