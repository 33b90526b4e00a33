import { setTimeout as wait } from 'node:timers/promises';
import type { Metadata } from '@grpc/grpc-js';
import { accessDenied, notLeader, serverBusy, type Endpoint } from './errors';

/** What becomes of an append: its answer is sent, or never is, or the connections are cut before or after it is stored. */
export type AppendFate = 'answered' | 'stored-in-silence' | 'cut-before-storing' | 'cut-after-storing';

/** What tests make a server do. Shared by the nodes of a cluster. */
export class Faults {
  /** Before each call is looked at, in milliseconds. */
  delay = 0;
  /** Nobody may do anything. */
  denied = false;
  /** So many next calls are told that the server is too busy. */
  busy = 0;
  /** Calls are taken and never answered. */
  frozen = false;
  /** No node leads, as during an election. */
  leaderless = false;
  /** What becomes of the next appends; `answered` once it is empty. */
  readonly fates: AppendFate[] = [];
  /** How many calls came, of each kind. */
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

/** The node that answers, as the services see it. */
export interface NodeView {
  readonly faults: Faults;
  /** Undefined during an election. */
  leader(): Endpoint | undefined;
  leads(): boolean;
  cut(): void;
}

/** Calls that ask for the leader are sent to it; others are served by any node that has one. */
export function refuseWithoutLeader(node: NodeView, request: Metadata): void {
  const requiresLeader = request.get('requires-leader')[0] === 'true';
  if (node.faults.leaderless || (requiresLeader && !node.leads())) throw notLeader(node.leader());
}
