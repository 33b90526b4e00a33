/** Written by the build. */
declare const __MIXITE_VERSION__: string;

export const VERSION = __MIXITE_VERSION__;
