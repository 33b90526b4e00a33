import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeFile, DOCKER, interpolated } from './support/compose';

describe('the secrets of servers mode', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-secrets-'));
  const make = () => execFileSync(join(DOCKER, 'make-secrets.sh'), [folder], { stdio: 'pipe' });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  beforeAll(make);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are all the files and variables that compose needs', () => {
    const { secrets, services } = composeFile();
    for (const { file } of Object.values(secrets))
      expect(read(file.replace('./secrets/', '')).length).toBeGreaterThan(0);
    const lines = read('servers.env')
      .split('\n')
      .filter((line) => /^\w+=/.test(line));
    const given = Object.fromEntries(lines.map((line) => line.split('=', 2) as [string, string]));
    for (const { environment } of Object.values(services))
      for (const value of Object.values(environment)) expect(interpolated(value, given)).not.toContain('${');
    expect(new Set(Object.values(given)).size).toBe(lines.length);
  });

  it('are readable only by their owner, except for the public certificate of the authority', () => {
    for (const name of readdirSync(folder))
      expect([name, (statSync(join(folder, name)).mode & 0o777).toString(8)]).toEqual([
        name,
        name === 'eventstore-ca.crt' ? '644' : '600',
      ]);
  });

  it('contain a master key that Mixité accepts', () => {
    expect(read('master.key').trim()).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['eventstore-1', 'eventstore-2', 'eventstore-3'])(
    'certify %s under its own name and under localhost',
    (node) => {
      const authority = new X509Certificate(read('eventstore-ca.crt'));
      const certificate = new X509Certificate(read(`${node}.crt`));
      expect(authority.ca).toBe(true);
      expect(certificate.verify(authority.publicKey)).toBe(true);
      expect(certificate.checkPrivateKey(createPrivateKey(read(`${node}.key`)))).toBe(true);
      expect(certificate.subject).toBe('CN=eventstoredb-node');
      expect([certificate.checkHost(node), certificate.checkHost('localhost')]).toEqual([node, 'localhost']);
      expect(certificate.checkHost('eventstore-9')).toBeUndefined();
      expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
    },
  );

  it('are never replaced', () => {
    const before = readdirSync(folder).map((name) => [name, read(name)]);
    make();
    expect(readdirSync(folder).map((name) => [name, read(name)])).toEqual(before);
  });
});
