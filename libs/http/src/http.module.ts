import { Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ProblemFilter } from './problem.filter';
import { requestPipe } from './request.pipe';

/** What every route goes through once its guard let it: whether the parameters stand, how an error is said. */
@Module({
  providers: [
    { provide: APP_PIPE, useFactory: requestPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class HttpModule {}
