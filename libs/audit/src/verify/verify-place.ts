import {
  NO_UPCASTERS,
  openEventStoreDb,
  verifyEventStoreDbChain,
  verifySqliteChain,
  type OnVerified,
} from '#event-store';
import type { Place } from '#installation';
import { systemClock } from '#kernel';
import { serverVerificationOf, verificationOf, type HistoryVerification } from './verification';

/**
 * Verifies the whole history of a place, even while another process writes there. It reads only the events: the keys and the read
 * models may be missing or damaged.
 * @throws CodedError as `verifySqliteChain`; as `openEventStoreDb` and `verifyEventStoreDbChain` where the events are on a server
 */
export async function verifyPlace(
  { folder, eventStoreUrl: url }: Place,
  onVerified?: OnVerified,
): Promise<HistoryVerification> {
  if (url === undefined) return verificationOf(await verifySqliteChain(folder, onVerified));
  // The chain covers events as they were written.
  const store = await openEventStoreDb({ url, clock: systemClock, upcasters: NO_UPCASTERS });
  try {
    return serverVerificationOf(await verifyEventStoreDbChain(store), await store.isReceiving());
  } finally {
    await store.close();
  }
}
