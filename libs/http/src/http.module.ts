import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ActorGuard } from './actor.guard';
import { BearerToken } from './bearer-token';
import { ProblemFilter } from './problem.filter';
import { requestPipe } from './request.pipe';

/** What every route goes through: who asks, whether the parameters stand, how an error is said. */
@Module({})
export class HttpModule {
  static guardedBy(token: string | undefined): DynamicModule {
    return {
      module: HttpModule,
      providers: [
        { provide: BearerToken, useValue: new BearerToken(token) },
        { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_PIPE, useFactory: requestPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
