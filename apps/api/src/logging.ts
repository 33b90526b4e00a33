import type { Params } from 'nestjs-pino';
import type { Logger } from 'pino';

/**
 * The requests' logs. A request is told by its route, never by its address: query strings, bodies, headers, file names and cells stay
 * out, since any of them may hold what identifies a household.
 */
export function loggerParams(logger: Logger): Params {
  return {
    pinoHttp: {
      logger,
      autoLogging: false,
      // Nothing of the request but its id goes into its lines.
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'requestId' },
      wrapSerializers: false,
    },
  };
}
