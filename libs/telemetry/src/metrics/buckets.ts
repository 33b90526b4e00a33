/** Seconds, from what memory takes to what nobody should wait for. */
export const STORE_SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
export const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];
/** An import writes for seconds or minutes. */
export const IMPORT_SECONDS = [0.1, 0.5, 1, 5, 10, 30, 60, 120, 300, 600];
/** Events of one commit: a group takes 256 appends at most, each of one event or a few. */
export const GROUP_EVENTS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
