import { BrokenRule } from './rules/history';
import { settingsFrom } from './settings';
import { simulate, type Outcome } from './simulate';

/** `npm run simulate -- --seed 7 --vacancies 5000 --crashes 20` */
async function main(words: readonly string[]): Promise<void> {
  const settings = settingsFrom(words, process.env, new Date());
  const { seed, vacancies, crashes, officers } = settings;
  const again = `npm run simulate -- --seed ${seed} --vacancies ${vacancies} --crashes ${crashes} --officers ${officers}`;
  say(again);
  const since = Date.now();
  try {
    print(await simulate(settings, (line) => say(`${seconds(since)} ${line}`)));
    say(`${seconds(since)} every rule holds`);
  } catch (error) {
    say(error instanceof BrokenRule ? brokenText(error) : String((error as Error).stack));
    say(`to run it again: ${again}`);
    process.exitCode = 1;
  }
}

/** Progress and messages. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function told(line: string): void {
  process.stdout.write(`${line}\n`);
}

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(0).padStart(5)} s`;
}

function brokenText({ message, events }: BrokenRule): string {
  const lines = events.map(
    ({ id, ordinal, stream, revision, type }) => `  event ${id} (${ordinal}), ${type}, ${stream} ${revision}`,
  );
  return [`BROKEN ${message}`, ...lines].join('\n');
}

function print({ commands, rules, vacancies, leases, events, crashes }: Outcome): void {
  told(`vacancies ${vacancies}, leases ${leases}, events ${events}, crashes ${crashes}\n`);
  told('commands, and how they were answered');
  for (const [verb, outcomes] of [...commands].sort()) {
    const counts = [...outcomes].sort(([, a], [, b]) => b - a).map(([outcome, count]) => `${outcome} ${count}`);
    told(`  ${verb.padEnd(22)} ${counts.join(', ')}`);
  }
  told('\nrefusals, by code');
  const codes = new Map<string, number>();
  for (const outcomes of commands.values())
    for (const [outcome, count] of outcomes)
      if (!/^(?:done|\d+)$/.test(outcome)) codes.set(outcome, (codes.get(outcome) ?? 0) + count);
  for (const [code, count] of [...codes].sort()) told(`  ${code.padEnd(32)} ${count}`);
  told('\nrules, and how often each was looked at');
  for (const [rule, count] of [...rules].sort()) told(`  ${rule.padEnd(52)} ${count}`);
}

void main(process.argv.slice(2));
