import type { Installation } from '#installation';
import type { HistoryVerification } from './verification';
import { verifyPlace } from './verify-place';

/** Where the history is walked: in a thread of its own, so that a service goes on answering; or in this one. */
export abstract class HistoryVerifier {
  /** @throws CodedError `verification-under-way` where a walk has not ended: one at a time; and as `verifyPlace` */
  abstract verify(): Promise<HistoryVerification>;
}

/** For a process whose sources are not built, as in tests: a thread needs a file to start from. */
export class ThisThreadVerifier extends HistoryVerifier {
  constructor(private readonly installation: Installation) {
    super();
  }

  override verify(): Promise<HistoryVerification> {
    return verifyPlace(this.installation.place);
  }
}
