import { instantOf } from '#kernel';
import { codeAt } from '../../libs/accounts/src/secrets/one-time-codes';
import { TOKEN } from '../e2e/support/started-api';
import { describeInBrowser, type Tab } from './support/browser';
import { faultsOf, NO_FAULTS } from './support/gates';
import { PASSWORD, Site } from './support/site';

const EMAIL = 'ada@example.org';

/** From a link to an account of one's own, and the people whom one manages. */
describeInBrowser('the pages of people', (browser) => {
  let site: Site;
  let tab: Tab;
  beforeAll(async () => void (site = await Site.full()));
  afterAll(() => site?.stop());
  afterEach(() => tab?.close());

  const invited = async (): Promise<string> => {
    const answer = await fetch(`${site.url}/api/invitations`, {
      method: 'POST',
      body: JSON.stringify({ email: EMAIL, role: 'administrateur' }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    });
    return new URL(((await answer.json()) as { readonly link: string }).link).hash;
  };
  const press = async (name: RegExp | string): Promise<void> => {
    await tab.page.getByRole('button', { name }).first().click();
    await tab.settle();
  };
  const type = (label: string, text: string) => tab.page.getByLabel(label).fill(text);

  it('a wrong link says one sentence', async () => {
    tab = await browser.open(site, { role: null });
    tab.foresee(401);
    tab.foresee(404);
    await tab.visit('/invitation#faux');
    expect(await tab.page.getByRole('alert').innerText()).toMatch(/Ce lien est faux, trop ancien/);
    expect(tab.address).toBe('/invitation');
    expect(await faultsOf(tab)).toEqual(NO_FAULTS);
  });

  it('a link leads to a session, then to a second factor whose codes are shown once', async () => {
    tab = await browser.open(site, { role: null });
    for (const status of [401, 422]) tab.foresee(status);
    const code = await invited();
    await tab.visit(`/invitation${code}`);
    const kept = await tab.page.evaluate(() =>
      JSON.stringify([location.href, { ...sessionStorage }, { ...localStorage }]),
    );
    expect(kept).not.toContain(code.slice(1));
    await type('Votre nom', 'Ada Diallo');
    await type('Mot de passe', 'girafe');
    await press('Accepter l’invitation');
    expect(await tab.page.getByRole('alert').innerText()).toMatch(/au moins : 12/);
    await type('Mot de passe', PASSWORD);
    await press('Accepter l’invitation');
    await type('Mot de passe', PASSWORD);
    await press('Se connecter');
    await tab.page.getByRole('button', { name: 'Se connecter' }).waitFor({ state: 'detached' });
    await tab.visit('/compte');
    await press('Mettre en place le second facteur');
    await type('Votre mot de passe actuel', 'un autre');
    await press('Confirmer que c’est moi');
    expect(await tab.page.getByRole('alert').innerText()).toMatch(/rien n’a été fait/);
    await type('Votre mot de passe actuel', PASSWORD);
    await press('Confirmer que c’est moi');
    await tab.page.locator('.qr').waitFor();
    expect(await faultsOf(tab)).toEqual(NO_FAULTS);
    const secret = (await tab.page.locator('.secret').innerText()).replace(/\s/g, '');
    await type('Code que montre l’application', codeAt(secret, instantOf(Date.now())));
    await press('Confirmer le second facteur');
    expect(await tab.page.locator('.codes li').count()).toBe(10);
    await tab.visit('/compte');
    expect(await tab.page.locator('.codes').count()).toBe(0);
    expect(await tab.page.locator('main').innerText()).toMatch(/Il vous reste 10 codes de secours/);
  });

  it('an invitation asks for the password again, and shows its link once', async () => {
    tab = await browser.open(site);
    tab.foresee(401);
    await tab.visit('/administration/utilisateurs');
    await press('Inviter une personne');
    await type('Adresse électronique', 'jean@example.org');
    await tab.page.getByLabel('Rôle', { exact: true }).selectOption('bailleur');
    await tab.settle();
    await tab.page.locator('.choices input').first().check();
    // What the choice of a role opens moves what stands under it: the reader asked for it.
    expect({ ...(await faultsOf(tab)), stability: [] }).toEqual(NO_FAULTS);
    await press('Inviter cette personne');
    await type('Votre mot de passe actuel', PASSWORD);
    await press('Confirmer que c’est moi');
    expect(await tab.page.locator('.link-once').innerText()).toMatch(/\/invitation#[\w-]{20,}$/);
    await press('Revenir à la liste');
    expect(await tab.page.locator('.link-once').count()).toBe(0);
    expect(await tab.page.getByRole('row', { name: /jean@example.org/ }).innerText()).toMatch(
      /Invité, lien non utilisé/,
    );
  });
});
