import { EVERYTHING, limitedTo, NOTHING, ROLES, type Actor, type Role, type Scope } from '#access';
import { ImportDirectory, ImportDirectoryHandler } from './import-directory.command';
import { Importer } from './importer';
import type { ImportReport } from './report';

const REPORT: ImportReport = { files: [], faults: [], warnings: [] };

class KeptImports extends Importer {
  readonly actors: Actor[] = [];

  override importDirectory(_directory: string, { actor }: { readonly actor: Actor }): Promise<ImportReport> {
    this.actors.push(actor);
    return Promise.resolve(REPORT);
  }
}

describe('the handler of imports', () => {
  const asked = async (role: Role, scope: Scope) => {
    const importer = new KeptImports();
    const actor: Actor = { id: 'someone', role, scope };
    const answer = await new ImportDirectoryHandler(importer).execute(
      new ImportDirectory({ directory: '/nowhere', dryRun: false }, actor),
    );
    return { answer, imported: importer.actors, actor };
  };

  it('imports for an administrator of everything, in their name', async () => {
    const { answer, imported, actor } = await asked('administrateur', EVERYTHING);
    expect(answer).toBe(REPORT);
    expect(imported).toEqual([actor]);
  });

  it('imports for an agent of the EPCI', async () => {
    expect((await asked('agent_epci', EVERYTHING)).answer).toBe(REPORT);
    expect(await asked('agent_epci', limitedTo({ commune: ['78621'] }))).toMatchObject({ imported: [] });
  });

  it('imports for a landlord under its codes alone', async () => {
    const scope = limitedTo({ landlord: ['L-A'] });
    expect((await asked('bailleur', scope)).answer).toBe(REPORT);
    expect((await asked('administrateur', scope)).answer).toBe(REPORT);
    for (const other of [EVERYTHING, limitedTo({ holder: ['ETAT'] })])
      expect(await asked('bailleur', other)).toMatchObject({ answer: { code: 'scope-not-allowed' }, imported: [] });
    expect(await asked('bailleur', NOTHING)).toMatchObject({ answer: { code: 'import-not-allowed' }, imported: [] });
  });

  const IMPORTERS: readonly Role[] = ['administrateur', 'agent_epci', 'bailleur'];
  it.each(ROLES.filter((role) => !IMPORTERS.includes(role)))('refuses a %s, whatever the scope', async (role) => {
    for (const scope of [EVERYTHING, limitedTo({ landlord: ['L-A'] }), NOTHING])
      expect(await asked(role, scope)).toMatchObject({
        answer: { refused: true, code: 'import-not-allowed' },
        imported: [],
      });
  });

  it('refuses an administrator of holders and communes alone, or of nothing', async () => {
    const part = limitedTo({ holder: ['ETAT'], commune: ['78621'] });
    expect(await asked('administrateur', part)).toMatchObject({ answer: { code: 'scope-not-allowed' }, imported: [] });
    expect(await asked('administrateur', NOTHING)).toMatchObject({
      answer: { code: 'import-not-allowed' },
      imported: [],
    });
  });
});
