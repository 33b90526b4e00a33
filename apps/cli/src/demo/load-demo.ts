import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { DEMO_BEGINS, DEMO_TERRITORY, demoStages, type DemoStage } from '#demo';
import { ThisThreadImporter } from '#exchange';
import { beginDemo, demoProgress, type DemoProgress } from '#imports';
import type { Installation } from '#installation';
import type { Instant } from '#kernel';
import { Refused, say } from '../terminal';
import type { StagedClock } from './staged-clock';
import { stageProgress } from './stage-progress';

/**
 * Records the stages of the demonstration until an instant, each at its own time. Only an empty history becomes a
 * demonstration: real figures of a territory are never mixed with synthetic ones. Stages that a cut load or an earlier
 * start has recorded are not recorded again.
 * @throws Refused where the history is not that of a demonstration
 */
export async function loadDemo(installation: Installation, clock: StagedClock, until: Instant): Promise<void> {
  const { eventStore, folder } = installation;
  const progress = await demoProgress(eventStore);
  if (!progress && (await eventStore.head()))
    throw new Refused(
      `Le dossier ${folder} contient d'autres données que la démonstration : donnez à celle-ci un dossier vide (--data), ou servez ces données par « mixite serve ».`,
    );
  if (progress && progress.began !== DEMO_BEGINS)
    return say(
      `La démonstration du dossier ${folder} a été chargée par une version antérieure : elle est servie telle quelle. Pour la nouvelle, donnez un dossier vide (--data).`,
    );
  const stages = pendingStages(demoStages(until), progress);
  if (stages.length === 0)
    return say(`La démonstration est déjà dans le dossier ${folder} : elle est servie telle quelle.`);
  try {
    if (!progress) await begin(installation, clock);
    else say('Le chargement de la démonstration reprend où il était.');
    say(`Chargement de la démonstration (${DEMO_TERRITORY.name}, depuis 2017) : aucun ménage n’y est réel.`);
    await record(installation, clock, stages);
  } finally {
    clock.returnToPresent();
  }
}

/** The stages that are not recorded yet. A stage is recorded in one go, at its own instant. */
export function pendingStages(stages: readonly DemoStage[], progress: DemoProgress | undefined): readonly DemoStage[] {
  if (!progress) return stages;
  const { until, isCut } = progress;
  return stages.filter(({ recordedAt }) => recordedAt > until || (isCut && recordedAt === until));
}

async function begin(installation: Installation, clock: StagedClock): Promise<void> {
  // The keys are made before the first event: a history without its keys is refused.
  await installation.vault();
  clock.stayAt(DEMO_BEGINS);
  await beginDemo(installation.eventStore, DEMO_TERRITORY.pack, INSTALLATION_ADMINISTRATOR);
}

/** Nothing else runs in the process during the load, so the imports need no thread of their own. */
async function record(installation: Installation, clock: StagedClock, stages: readonly DemoStage[]): Promise<void> {
  const importer = new ThisThreadImporter(installation);
  const shown = stageProgress(stages);
  const directory = await mkdtemp(join(tmpdir(), 'mixite-demo-'));
  try {
    for (const [index, { recordedAt, files }] of stages.entries()) {
      shown.at(index, 0, 0);
      clock.stayAt(recordedAt);
      const folder = join(directory, String(index));
      await mkdir(folder);
      await writeFiles(folder, files);
      const report = await importer.importDirectory(folder, {
        dryRun: false,
        isDemo: true,
        actor: INSTALLATION_ADMINISTRATOR,
        onProgress: (rows, total) => shown.at(index, rows, total),
      });
      if (report.faults.length > 0)
        throw new Refused(`La démonstration ne s'importe pas : ${report.faults[0]!.message}`);
      await rm(folder, { recursive: true });
    }
  } finally {
    shown.end();
    await rm(directory, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, files: DemoStage['files']): Promise<void> {
  for (const [file, text] of files) await writeFile(join(folder, file), text);
}
