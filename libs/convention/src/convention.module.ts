import { Global, Module } from '@nestjs/common';
import { Installation } from '#installation';
import { ConventionHistory } from './convention-history';
import { ShowConventionHandler } from './queries/show-convention';

/** The convention of the installation, for every library that needs to know what is in force. */
@Global()
@Module({
  providers: [
    ShowConventionHandler,
    {
      provide: ConventionHistory,
      inject: [Installation],
      useFactory: ({ eventStore, clock }: Installation) => new ConventionHistory(eventStore, clock),
    },
  ],
  exports: [ConventionHistory],
})
export class ConventionModule {}
