import { Module } from '@nestjs/common';
import { ConventionHistory } from '#convention';
import { Installation } from '#installation';
import { Dictionaries } from './dictionaries';
import { TerritoryController } from './http/territory.controller';
import { ReadTerritoryHandler } from './queries/read-territory';

/** The names of the territory, over HTTP. */
@Module({
  controllers: [TerritoryController],
  providers: [
    {
      provide: Dictionaries,
      inject: [Installation, ConventionHistory],
      useFactory: ({ eventStore: events, readStore, clock }: Installation, convention: ConventionHistory) =>
        new Dictionaries({ events, readStore, clock, convention }),
    },
    ReadTerritoryHandler,
  ],
})
export class DictionaryModule {}
