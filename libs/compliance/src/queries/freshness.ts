import { Injectable } from '@nestjs/common';
import type { Position } from '#event-store';
import { Installation, reachHead } from '#installation';
import { complianceProjection } from '../projections/compliance-projection';

/** Makes a query show everything that was recorded before it was asked. */
@Injectable()
export class ComplianceFreshness {
  constructor(private readonly installation: Installation) {}

  /**
   * Resolves once the figures show the head of the history as of this call, and the position `atLeast`.
   * @throws CodedError see `reachHead`
   */
  reachHead(atLeast?: Position): Promise<void> {
    return reachHead(this.installation, complianceProjection, { atLeast });
  }
}
