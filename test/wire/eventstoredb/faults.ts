import { setTimeout as wait } from 'node:timers/promises';
import type { Metadata } from '@grpc/grpc-js';
import { accessDenied, notLeader, serverBusy, type Endpoint } from './errors';

/**
 * What happens to an append: it is answered, it is stored but never answered, or the connections are cut before or
 * after it is stored.
 */
export type AppendFate = 'answered' | 'stored-in-silence' | 'cut-before-storing' | 'cut-after-storing';

/** The faults that a test sets. The nodes of a cluster share them. */
export class Faults {
  /** The delay before each call is handled, in milliseconds. */
  delay = 0;
  /** All calls are refused: access denied. */
  denied = false;
  /** The number of next calls that are refused because the server is too busy. */
  busy = 0;
  /** Calls are accepted and never answered. */
  frozen = false;
  /** No node leads, as during an election. */
  leaderless = false;
  /** The fates of the next appends; `answered` when the list is empty. */
  readonly fates: AppendFate[] = [];
  /** The number of calls of each kind. */
  readonly calls = { appends: 0, reads: 0, subscriptions: 0 };
  /** The subscriptions that are open. */
  readonly subscribers = new Set<{ readonly sent: number; drop(how: 'with-error' | 'in-silence'): void }>();

  async admit(): Promise<void> {
    if (this.delay > 0) await wait(this.delay);
    if (this.frozen) await new Promise(() => undefined);
    if (this.denied) throw accessDenied();
    if (this.busy > 0) {
      this.busy -= 1;
      throw serverBusy();
    }
  }

  nextFate(): AppendFate {
    return this.fates.shift() ?? 'answered';
  }
}

/** The node that answers, as the services use it. */
export interface NodeView {
  readonly faults: Faults;
  /** Undefined during an election. */
  leader(): Endpoint | undefined;
  leads(): boolean;
  cut(): void;
}

/** Refuses calls that ask for the leader on other nodes, and all calls while there is no leader. */
export function refuseWithoutLeader(node: NodeView, request: Metadata): void {
  const requiresLeader = request.get('requires-leader')[0] === 'true';
  if (node.faults.leaderless || (requiresLeader && !node.leads())) throw notLeader(node.leader());
}
