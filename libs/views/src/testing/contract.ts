import { EVERYTHING, limitedTo, type Actor } from '#access';
import type { SecretStore } from '#accounts';
import { isRefusal, newUuid, type Instant, type Refusal } from '#kernel';
import { Preferences } from '../recording/preferences';
import { SavedViews } from '../recording/saved-views';
import { ViewStore } from '../recording/view-store';
import { MOST_VIEWS, type ListedView, type ViewContent } from '../view';

const NOW = '2026-01-31T09:00:00.000Z' as Instant;
const landlord = (...codes: readonly string[]): Actor => ({
  id: newUuid(),
  role: 'bailleur',
  scope: limitedTo({ landlord: codes }),
});

/** What must hold of views and preferences on every store of the accounts. */
export function viewContract(
  name: string,
  open: () => Promise<{ readonly store: SecretStore; destroy(): Promise<void> }>,
): void {
  describe(`saved views on ${name}`, () => {
    const content = (given: Partial<ViewContent> = {}): ViewContent => ({
      ...{ list: 'attributions', name: 'Hors QPV', query: 'en_qpv=N', columns: ['note'], period: 'semestre_en_cours' },
      ...{ shared: false, ...given },
    });
    let opened: Awaited<ReturnType<typeof open>>;
    let store: ViewStore;
    let views: SavedViews;
    let preferences: Preferences;
    let [ada, ben, cleo] = [landlord('L-A'), landlord('L-A'), landlord('L-B')];
    beforeEach(async () => {
      opened = await open();
      store = new ViewStore(opened.store);
      views = new SavedViews(store, { now: () => NOW });
      preferences = new Preferences(opened.store);
      [ada, ben, cleo] = [landlord('L-A'), landlord('L-A'), landlord('L-B')];
    });
    afterEach(() => opened.destroy());

    const added = async (actor: Actor, given?: Partial<ViewContent>): Promise<ListedView> => {
      const view = await views.add(content(given), actor);
      if (isRefusal(view)) throw new Error(view.code);
      return view;
    };
    const seenBy = async (actor: Actor) =>
      (await views.list('attributions', actor))
        .filter(({ origin }) => origin !== 'default')
        .map((view) => `${view.origin}: ${view.name}`);
    const codeOf = (answer: ListedView | Refusal | undefined) => (isRefusal(answer) ? answer.code : undefined);

    it('keeps what it was given', async () => {
      const { id } = await added(ada);
      expect((await views.list('attributions', ada))[0]).toEqual({ ...content(), id, origin: 'own', savedAt: NOW });
    });

    it('shows a view to its author under every role, and shared to the same role and scope', async () => {
      await added(ada, { name: 'À moi' });
      await added(ada, { name: 'À nous', shared: true });
      await added(ben, { name: 'À Ben' });
      const elsewhere: Actor = { ...ada, role: 'auditeur', scope: EVERYTHING };
      expect(await seenBy(ada)).toEqual(['own: À moi', 'own: À nous']);
      expect(await seenBy(elsewhere)).toEqual(['own: À moi', 'own: À nous']);
      expect(await seenBy(ben)).toEqual(['own: À Ben', 'service: À nous']);
      expect(await seenBy(cleo)).toEqual([]);
      expect(await seenBy({ ...cleo, scope: limitedTo({ landlord: ['L-A', 'L-B'] }) })).toEqual([]);
      expect(await seenBy({ ...ben, id: newUuid(), role: 'administrateur' })).toEqual([]);
    });

    it('is changed and removed by its author alone', async () => {
      const [own, shared] = [await added(ada), await added(ada, { shared: true })];
      expect(codeOf(await views.change(own.id, content(), ben))).toBe('unknown-view');
      expect(codeOf(await views.change(shared.id, content(), ben))).toBe('view-of-another');
      expect(codeOf(await views.remove(own.id, ben))).toBe('unknown-view');
      expect(codeOf(await views.remove(shared.id, ben))).toBe('view-of-another');
      expect(codeOf(await views.remove(shared.id, cleo))).toBe('unknown-view');
      expect(codeOf(await views.remove(newUuid(), ada))).toBe('unknown-view');
      expect(codeOf(await views.remove('unknown-quartile', ada))).toBe('unknown-view');
      expect(await seenBy(ada)).toHaveLength(2);
      expect(await views.remove(shared.id, ada)).toBeUndefined();
      expect(codeOf(await views.remove(shared.id, ada))).toBe('unknown-view');
      expect([await seenBy(ada), await seenBy(ben)]).toEqual([['own: Hors QPV'], []]);
    });

    it('is shared and hidden again as it is saved anew, with the service of the moment', async () => {
      const { id } = await added(ada);
      const change = (given: Partial<ViewContent>, actor = ada) => views.change(id, content(given), actor);
      expect(await change({ shared: true, name: 'Nouvelle' })).toMatchObject({ id, shared: true, name: 'Nouvelle' });
      expect(await seenBy(ben)).toEqual(['service: Nouvelle']);
      await change({ shared: false });
      expect(await seenBy(ben)).toEqual([]);
      await change({ shared: true });
      expect(await seenBy(ben)).toEqual(['service: Hors QPV']);
      await change({ shared: true }, { ...ada, scope: cleo.scope });
      expect([await seenBy(ben), await seenBy(cleo)]).toEqual([[], ['service: Hors QPV']]);
    });

    it('refuses a write that another one came before', async () => {
      const { id } = await added(ada);
      const answers = await Promise.all(['a', 'b', 'c'].map((text) => views.change(id, content({ name: text }), ada)));
      const codes = answers.map(codeOf);
      expect(codes.filter((code) => code === undefined).length).toBeGreaterThan(0);
      expect(codes.filter((code) => code !== undefined && code !== 'recording-conflict')).toEqual([]);
      const read = (await store.get(id))!;
      expect(await store.replace(read, { ...read.view, name: 'd' })).toBe(true);
      expect(await store.replace(read, { ...read.view, name: 'e' })).toBe(false);
    });

    it('lets a person keep so many, and no more', async () => {
      for (let each = 0; each < MOST_VIEWS; each += 1) await added(ada, { shared: each % 2 === 0 });
      expect(await views.add(content(), ada)).toMatchObject({ code: 'too-many-views', params: { most: MOST_VIEWS } });
      expect(codeOf(await views.add(content(), ben))).toBeUndefined();
    });

    it('names nobody', async () => {
      expect(codeOf(await views.add(content({ name: 'Mme Durand' }), ada))).toBe('text-names-people');
      const query = 'code_residence=078000000000000001';
      expect(codeOf(await views.add(content({ query }), ada))).toBe('text-names-people');
      const { id } = await added(ada);
      expect(codeOf(await views.change(id, content({ name: 'Mme Durand' }), ada))).toBe('text-names-people');
    });

    it('keeps the preferences of each person, under every role', async () => {
      expect(await preferences.of('attributions', ada)).toEqual({ columns: [], density: 'normale' });
      for (const density of ['serree', 'normale', 'serree'] as const)
        expect(await preferences.set('attributions', { columns: ['note'], density }, ada)).toBe(true);
      const kept = { columns: ['note'], density: 'serree' };
      expect(await preferences.of('attributions', { ...ada, role: 'elu', scope: EVERYTHING })).toEqual(kept);
      expect(await preferences.of('attributions', ben)).toEqual({ columns: [], density: 'normale' });
    });
  });
}
