import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ActorGuard } from './actor.guard';
import { BearerToken, MonitorToken } from './bearer-token';
import { ProblemFilter } from './problem.filter';
import { requestPipe } from './request.pipe';

/** What a request from elsewhere must show: the administrator's, or the monitor's for the metrics alone. Without one, nothing matches. */
export interface HttpTokens {
  readonly token?: string;
  readonly metricsToken?: string;
}

/** What every route goes through: who asks, whether the parameters stand, how an error is said. */
@Module({})
export class HttpModule {
  static guardedBy({ token, metricsToken }: HttpTokens): DynamicModule {
    return {
      module: HttpModule,
      providers: [
        { provide: BearerToken, useValue: new BearerToken(token) },
        { provide: MonitorToken, useValue: new MonitorToken(metricsToken) },
        { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_PIPE, useFactory: requestPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
