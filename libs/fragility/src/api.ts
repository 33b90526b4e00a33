import { Module } from '@nestjs/common';
import { FragilityModule } from './fragility.module';
import { FragilityController } from './http/fragility.controller';
import { ListsController } from './http/lists.controller';
import { NotesController } from './http/notes.controller';

/** The fragility of residences, over HTTP. */
@Module({
  imports: [FragilityModule],
  // Fixed addresses come before `:residence`, which matches any code.
  controllers: [ListsController, FragilityController, NotesController],
})
export class FragilityApiModule {}
