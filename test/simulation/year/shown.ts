export interface Orientation {
  readonly holder: string;
  readonly lastDay: string;
  readonly forOneTurn: boolean;
  readonly delegatedTo: string | null;
}

export interface ShownCandidate {
  readonly candidate: string;
  readonly household: string;
  readonly status: string;
  readonly rank: number | null;
  readonly reason: string | null;
  readonly basis: string;
  readonly decidedOn: string | null;
  readonly documentDue: string | null;
  readonly lastDay: string | null;
}

/** A vacancy as `GET /api/vacancies/{id}` shows it. */
export interface ShownVacancy {
  readonly vacancy: string;
  readonly status: string;
  readonly revision: number;
  readonly residence: string;
  readonly orientation: Orientation | null;
  readonly candidates: readonly ShownCandidate[];
}

/** A duty as `GET /api/duties` shows it. */
export interface ShownDuty {
  readonly duty: string;
  readonly openedOn: string;
  readonly status: string;
  readonly closedBy: string | null;
}

export const LIVE = ['proposed', 'deferred', 'designated', 'allocated', 'offered', 'accepted'];

export const isLive = ({ status }: { readonly status: string }): boolean => LIVE.includes(status);
