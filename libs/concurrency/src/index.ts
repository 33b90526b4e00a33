export { Mutex, Semaphore } from 'async-mutex';
export { KeyedMutex } from './keyed-mutex';
export {
  BackOff,
  retry,
  sleep,
  systemTimers,
  yieldToEventLoop,
  type Delays,
  type RetryOptions,
  type Timers,
} from './waiting';
export { TimeSlice } from './time-slice';
export { withTimeout } from './timeout';
