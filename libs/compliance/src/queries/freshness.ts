import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Position } from '#event-store';
import { Installation } from '#installation';
import { CodedError } from '#kernel';
import { COMPLIANCE_MODEL } from '../projections/model';

/** Beyond, a reader is told to come back rather than left without an answer. */
const PATIENCE = 30_000;
const GLANCE = 50;

/** Makes a query see what had been recorded when it was asked. */
@Injectable()
export class ComplianceFreshness {
  constructor(private readonly installation: Installation) {}

  /**
   * Resolves once the figures show the head of the history as of this call.
   * @param wait a position that the asker was given: within the history, or it was given by another
   * @throws CodedError `unknown-position`, `projection-late`, `projection-stopped`
   */
  async reachHead(wait?: Position): Promise<void> {
    const head = await this.installation.eventStore.head();
    if (wait !== undefined && (!head || wait > head.position))
      throw new CodedError('unknown-position', 'the position to wait for is beyond the history');
    if (!head) return;
    const patience = new AbortController();
    const { signal } = patience;
    const late = pause(PATIENCE, undefined, { signal, ref: false }).then(() => {
      throw new CodedError('projection-late', 'Les chiffres ne sont pas encore à jour : réessayez dans un instant.');
    });
    // Given up below, it rejects with nobody listening.
    late.catch(() => undefined);
    try {
      await Promise.race([this.reached(head.position, signal), late]);
    } finally {
      patience.abort();
    }
  }

  /** Whoever does not move the projection looks how far the process is that does. */
  private reached(position: Position, signal: AbortSignal): Promise<void> {
    const { engine, keepsModels } = this.installation;
    return keepsModels ? engine.runner(COMPLIANCE_MODEL.name).waitFor(position) : this.watch(position, signal);
  }

  private async watch(position: Position, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const model = await this.installation.readStore.active(COMPLIANCE_MODEL);
      const checkpoint = await model.checkpoint();
      if (checkpoint && checkpoint.position >= position) return;
      await pause(GLANCE);
    }
  }
}
