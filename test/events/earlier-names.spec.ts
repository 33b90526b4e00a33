import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INSTALLATION_ADMINISTRATOR } from '#access';
import { ALLOCATION_STREAMS } from '#allocation';
import { AuditHistories } from '#audit';
import { ComplianceReports } from '#compliance';
import { aLease } from '#compliance/testing';
import { ConventionHistory } from '#convention';
import { importDirectory } from '#exchange';
import { openInstallation, type Installation } from '#installation';
import { day, isRefusal, newUuid } from '#kernel';
import { PROJECTIONS, UPCASTERS } from '#product';
import { OWNERSHIP_STREAMS, RESIDENCE_STREAMS } from '#territory';
import { aResidence } from '#territory/testing';
import { csvFiles, leases, type Files, type Row } from '../e2e/support/territory';

/** From the time before ids were escaped: a residence in the stream of the change of owner of R1. */
const CODE = 'ownership-R1@2024-01-01';
const EARLIER = `residence-${CODE}`;

const residence = (code: string, landlord: string): Row => ({
  code_residence: code,
  nom: code,
  code_insee: '78621',
  code_bailleur: landlord,
  logements: '50',
});

describe('a residence that was recorded before ids were escaped', () => {
  let folder: string;
  let installation: Installation;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mixite-earlier-'));
    installation = await openInstallation({
      place: { folder },
      mode: 'writer',
      upcasters: UPCASTERS,
      projections: PROJECTIONS,
    });
    await importing({
      'communes.csv': [{ code_insee: '78621', nom: 'Trappes' }],
      'bailleurs.csv': ['L-A', 'L-B', 'L-C'].map((code) => ({ code_bailleur: code, nom: code })),
      'reservataires.csv': [{ code_reservataire: 'ETAT', nom: 'État', contingent: 'etat' }],
      'residences.csv': [residence('R1', 'L-A')],
    });
    await appended(EARLIER, 'ResidenceDeclared', aResidence(CODE, { commune: '78621', landlord: 'L-C' }));
    const lease = aLease({ residence: CODE, holder: 'ETAT', signedOn: day('2024-02-01') });
    await appended(ALLOCATION_STREAMS.name(newUuid()), 'AllocationSigned', lease);
  });
  afterAll(async () => {
    await installation.close();
    rmSync(folder, { recursive: true });
  });

  async function appended(stream: string, type: string, data: object) {
    const metadata = { actor: 'tester', role: 'system', correlationId: 'test', causationId: 'test' };
    const event = { id: newUuid(), type, schemaVersion: 1, data: { ...data }, metadata };
    await installation.eventStore.append({ stream, expected: 'none', events: [event] });
  }
  async function importing(files: Files) {
    const directory = mkdtempSync(join(folder, 'sent-'));
    for (const [name, text] of csvFiles(files)) writeFileSync(join(directory, name), text);
    const stores = { store: installation.eventStore, vault: await installation.vault() };
    const report = await importDirectory(directory, { dryRun: false, actor: INSTALLATION_ADMINISTRATOR }, stores);
    expect(report.faults).toEqual([]);
  }
  async function byLandlord() {
    const { engine, eventStore: events, readStore } = installation;
    await engine.catchUpAll();
    expect((await engine.statusAll()).map(({ parked }) => parked)).toEqual(PROJECTIONS.map(() => 0));
    const query = { from: day('2024-01-01'), to: day('2024-12-31'), scope: 'bailleur' } as const;
    const report = await new ComplianceReports({ events, readStore }).report(query, INSTALLATION_ADMINISTRATOR);
    if (isRefusal(report)) throw new Error(report.code);
    const counted = report.figures.filter(({ code, numerator }) => code === 'ALLOCATIONS' && numerator > 0);
    return Object.fromEntries(counted.map(({ scope, numerator }) => [scope.id, numerator]));
  }
  async function acts(code: string) {
    const { eventStore: events, clock } = installation;
    const convention = new ConventionHistory(events);
    const histories = new AuditHistories({ events, clock, convention, vault: () => installation.vault() });
    const asked = { kind: 'residence', value: code } as const;
    const history = await histories.history({ asked, names: false }, { actor: INSTALLATION_ADMINISTRATOR });
    if (isRefusal(history)) throw new Error(history.code);
    return history.entries.map(({ act, about }) => `${act}, ${about}`);
  }

  it('is counted, and has its history', async () => {
    expect(await byLandlord()).toEqual({ 'L-C': 1 });
    expect(await acts(CODE)).toEqual([`Résidence enregistrée, résidence ${CODE}`]);
    expect(await acts('R1')).toEqual(['Résidence enregistrée, résidence R1']);
  });

  it('does not block the change of owner that has the same stream', async () => {
    await importing({
      'proprietes.csv': [{ code_residence: 'R1', date_debut: '2024-01-01', code_bailleur: 'L-B' }],
      'attributions.csv': [
        { ...leases(1, 1)[0]!, code_residence: 'R1', date_bail: '2024-05-01', code_reservataire: 'ETAT' },
      ],
    });
    expect(await byLandlord()).toEqual({ 'L-B': 1, 'L-C': 1 });
    expect((await installation.eventStore.readStream(EARLIER, { maxCount: 9 })).map(({ type }) => type)).toEqual([
      'ResidenceDeclared',
      'OwnershipChanged',
    ]);
    expect(OWNERSHIP_STREAMS.name('R1@2024-01-01')).toBe(EARLIER);
    expect(await acts(CODE)).toHaveLength(1);
    expect((await acts('R1')).at(-1)).toBe('Changement de propriétaire, propriété de la résidence R1, 2024-01-01');
  });

  it('continues under its present name after its file is imported again', async () => {
    await importing({ 'residences.csv': [residence(CODE, 'L-C')] });
    await importing({ 'residences.csv': [{ ...residence(CODE, 'L-C'), nom: 'Tout autre' }] });
    const now = await installation.eventStore.readStream(RESIDENCE_STREAMS.name(CODE), { maxCount: 9 });
    expect(now.map(({ type }) => type)).toEqual(['ResidenceDeclared', 'ResidenceCorrected']);
    expect(await byLandlord()).toEqual({ 'L-B': 1, 'L-C': 1 });
    expect(await acts(CODE)).toHaveLength(3);
  });
});
