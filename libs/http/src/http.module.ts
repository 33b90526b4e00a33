import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ProblemFilter } from './problem.filter';
import { requestPipe } from './request.pipe';

/** For every route, after its guard: the check of the parameters, and the answer to an error. */
@Module({
  providers: [
    { provide: APP_PIPE, useFactory: requestPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
