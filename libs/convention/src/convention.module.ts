import { Global, Module } from '@nestjs/common';
import { Installation } from '#installation';
import { ConventionHistory } from './convention-history';

/** The convention of the installation, for every library that asks what is in force. */
@Global()
@Module({
  providers: [
    {
      provide: ConventionHistory,
      inject: [Installation],
      useFactory: ({ eventStore }: Installation) => new ConventionHistory(eventStore),
    },
  ],
  exports: [ConventionHistory],
})
export class ConventionModule {}
