import type { Instant } from '#kernel';
import { progressBar, say } from '../terminal';

/** Shows which month of the demonstration is being loaded. */
export interface StageProgress {
  at(done: number, recordedAt: Instant): void;
  end(): void;
}

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'Europe/Paris' });

/** A bar that is rewritten in place on a terminal; elsewhere a line when a year begins. */
export function stageProgress(total: number): StageProgress {
  const bar = progressBar();
  let year = '';
  return {
    at(done, recordedAt) {
      bar.at(done, total, `${MONTH.format(new Date(recordedAt))}, étape ${done + 1} sur ${total}`);
      if (process.stderr.isTTY || recordedAt.startsWith(year) === (year !== '')) return;
      year = recordedAt.slice(0, 4);
      say(`Démonstration : ${year}, étape ${done + 1} sur ${total}`);
    },
    end: () => bar.end(),
  };
}
