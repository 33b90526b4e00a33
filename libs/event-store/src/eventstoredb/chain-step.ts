import { CHAIN_START, chainDigest } from '../chain';
import { chainFieldsOf } from '../codec';
import { START, type RecordedEvent } from '../event';
import type { Instant } from '#kernel';
import type { Link } from './chain-links';
import { laterOf } from './recorded-times';

/** Before the first event. */
export const NO_LINK: Link = { upTo: START, ordinal: 0, digest: CHAIN_START, recordedAt: '' as Instant };

/** What the chain says after one more event. */
export function linkAfter({ ordinal, digest, recordedAt }: Link, event: RecordedEvent): Link {
  return {
    upTo: event.position,
    ordinal: ordinal + 1,
    digest: chainDigest(digest, chainFieldsOf(event)),
    recordedAt: laterOf(recordedAt, event.metadata.recordedAt),
  };
}
