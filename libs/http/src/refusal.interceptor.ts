import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import { isRefusal } from '#kernel';
import { ProblemError } from './problem-error';

/** A handler's refusal is a value; here, at the edge, it becomes the problem of its code. */
@Injectable()
export class RefusalInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(map(refusalAsProblem));
  }
}

/** Lets a value through. @throws ProblemError where it is a refusal */
export function refusalAsProblem<Value>(value: Value): Exclude<Value, { readonly refused: true }> {
  if (isRefusal(value)) throw new ProblemError(value.code, value.params);
  return value as Exclude<Value, { readonly refused: true }>;
}
