export { Mutex, Semaphore } from 'async-mutex';
export { KeyedMutex } from './keyed-mutex';
export { BackOff, retry, type Delays, type RetryOptions } from './retry';
export { sleep, systemTimers, yieldToEventLoop, type Timers } from './sleep';
export { TimeSlice } from './time-slice';
export { withTimeout } from './timeout';
