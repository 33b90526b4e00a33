import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { composeFile, DOCKER } from './support/compose';

const text = readFileSync(join(DOCKER, 'Dockerfile'), 'utf8');
const instructions = DockerfileParser.parse(text).getInstructions();

interface Stage {
  readonly name: string;
  readonly from: string;
  readonly lines: readonly string[];
}

const stages = instructions.reduce<Stage[]>((found, instruction) => {
  const line = `${instruction.getKeyword()} ${instruction.getArgumentsContent() ?? ''}`;
  const [, from, name] = /^FROM (\S+) AS (\S+)$/.exec(line) ?? [];
  if (from && name) return [...found, { name, from, lines: [] }];
  const last = found.at(-1)!;
  return [...found.slice(0, -1), { ...last, lines: [...last.lines, line] }];
}, []);
const stage = (name: string) => stages.find((one) => one.name === name)!;
const TARGETS = ['api', 'worker', 'embedded'];

describe('the Dockerfile of the images', () => {
  it('has no fault for a linter, which detects one in a wrong file', () => {
    expect(validate(text).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
    expect(validate('FROM node:22 AS build\nCOPPY . .\n')).toHaveLength(1);
  });

  it('uses base images of one exact version', () => {
    const bases = stages.map(({ from }) => from).filter((from) => !stages.some(({ name }) => name === from));
    expect(new Set(bases)).toEqual(new Set(['node:22.23.1-bookworm-slim']));
  });

  it('installs the packages of the lock file, without those for development', () => {
    const build = stage('build').lines.join('\n');
    expect(build).toContain('npm ci');
    expect(build).toContain('npm prune --omit=dev');
    expect(stages.flatMap(({ lines }) => lines).filter((line) => /^ADD|npm (install|i) /.test(line))).toEqual([]);
  });

  it.each(TARGETS)('runs %s as a user that is not root, checks its health, and holds no secret', (name) => {
    const lines = [...stage('runtime').lines, ...stage(name).lines];
    expect(stage(name).from).toBe('runtime');
    expect(lines.filter((line) => line.startsWith('USER'))).toEqual(['USER node']);
    expect(lines.filter((line) => line.startsWith('HEALTHCHECK'))).toHaveLength(1);
    expect(lines.join('\n')).not.toMatch(/TOKEN=|PASSWORD|SECRET/);
  });

  it('has the targets of the compose file, and the embedded mode as the last and default one', () => {
    const { services } = composeFile();
    expect(Object.values(services).flatMap(({ build }) => (build ? [build.target] : []))).toEqual(['api', 'worker']);
    expect(stages.at(-1)!.name).toBe('embedded');
  });

  it('copies only files that the build context contains', () => {
    const ignored = readFileSync(join(DOCKER, '../.dockerignore'), 'utf8').split('\n');
    const copied = stage('build')
      .lines.filter((line) => line.startsWith('COPY'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    for (const path of copied) expect(ignored).toContain(`!${path}`);
  });
});
