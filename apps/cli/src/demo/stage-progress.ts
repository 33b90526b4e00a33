import type { DemoStage } from '#demo';
import { progressBar, say } from '../terminal';

/** Shows how far the load of the demonstration has come. */
export interface StageProgress {
  /** So many of the rows of a stage are planned. */
  at(stage: number, rows: number, total: number): void;
  end(): void;
}

const MONTH = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'Europe/Paris' });
/** Rows between two changes of the bar. */
const STEP = 500;

/** A bar that is rewritten in place on a terminal, in proportion to the files; elsewhere a line when a year begins. */
export function stageProgress(stages: readonly DemoStage[]): StageProgress {
  const bar = progressBar();
  const sizes = stages.map(sizeOf);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  let year = '';
  return {
    at(stage, rows, total) {
      if (rows % STEP !== 0 && rows !== total) return;
      const { recordedAt } = stages[stage]!;
      const place = `étape ${stage + 1} sur ${stages.length}`;
      const before = sizes.slice(0, stage).reduce((sum, size) => sum + size, 0);
      const within = total === 0 ? 0 : Math.floor((sizes[stage]! * rows) / total);
      bar.at(before + within, whole, `${MONTH.format(new Date(recordedAt))}, ${place}`);
      if (process.stderr.isTTY || recordedAt.slice(0, 4) === year) return;
      year = recordedAt.slice(0, 4);
      say(`Démonstration : ${year}, ${place}`);
    },
    end: () => bar.end(),
  };
}

function sizeOf({ files }: DemoStage): number {
  return [...files.values()].reduce((sum, text) => sum + text.length, 0);
}
