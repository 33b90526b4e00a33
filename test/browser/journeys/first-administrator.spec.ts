import { instantOf } from '#kernel';
import { codeAt } from '../../../libs/accounts/src/secrets/one-time-codes';
import { mixite, serving, temporaryFolders, type Service } from '../../e2e/support/mixite';
import { formOf } from '../../e2e/support/started-api';
import { leases, TERRITORY } from '../../e2e/support/territory';
import { describeInBrowser, type OpenSite } from '../support/browser';
import { Person } from '../support/person';
import { PASSWORD } from '../support/site';

const ADA = 'ada@example.org';
const JEAN = 'jean@bailleur.example';
const STEP_MS = 30_000;

/** The first administrator comes in by the link that the command prints, and invites a landlord's person. */
describeInBrowser('the journey of the first administrator', (browser) => {
  const folders = temporaryFolders();
  let data: string;
  let service: Service;
  let site: OpenSite;
  beforeAll(async () => {
    data = folders.make();
    service = await serving(['serve', '--port', '0', '--data', data]);
    site = { url: service.url, cookieOf: () => Promise.reject(new Error('everybody signs in by the page')) };
    const files = formOf({ ...TERRITORY, 'attributions.csv': leases(1, 12) });
    const answer = await fetch(`${service.url}/api/imports`, { method: 'POST', body: files });
    expect(answer.status).toBe(200);
  });
  afterAll(async () => {
    await service?.stop();
    folders.removeAll();
  });

  it('goes from the printed link to a second factor, and to the first session of a landlord’s person', async () => {
    const words = ['user', 'invite', '--email', ADA, '--role', 'administrateur', '--data', data];
    const { stdout } = await mixite(words);
    const ada = await Person.at(browser, site, addressIn(stdout));
    expect(await ada.reads()).toMatch(/ada@example\.org\s+Rôle\s+Administrateur\s+Périmètre\s+tout le territoire/);
    await ada.type('Votre nom', 'Ada Diallo');
    await ada.type('Mot de passe', PASSWORD);
    await ada.press('Accepter l’invitation');
    await ada.enter();
    expect(await ada.title()).toBe('L’essentiel');

    const codes = await setUpSecondFactor(ada);
    await ada.open('Ada Diallo, administrateur');
    await ada.press('Se déconnecter');
    await ada.signIn(ADA, codes.next);

    await ada.goTo('Utilisateurs');
    await ada.press('Inviter une personne');
    await ada.type('Adresse électronique', JEAN);
    await ada.choose('Rôle', 'Bailleur');
    await ada.page.getByRole('checkbox', { name: 'Bailleur A L-A' }).check();
    await ada.press('Inviter cette personne');
    // The code that opened the session is spent.
    await ada.type('Code du second facteur', codes.recovery);
    await ada.press('Confirmer que c’est moi');
    const link = await ada.page.getByRole('dialog', { name: 'Le lien à remettre' }).getByRole('code').innerText();
    await ada.press('Revenir à la liste');
    expect(await ada.row(JEAN).innerText()).toContain('Invité, lien non utilisé');

    const jean = await Person.at(browser, site, addressIn(link));
    await jean.type('Votre nom', 'Jean Martin');
    await jean.type('Mot de passe', PASSWORD);
    await jean.press('Accepter l’invitation');
    await jean.enter();
    expect(await jean.reads()).toContain('Vous lisez ce qui est de votre périmètre : Bailleur A.');
    await jean.goTo('Attributions');
    expect(await jean.reads()).toMatch(/Vous voyez les \d+ attributions de votre parc/);
    expect(await jean.menu()).not.toContain('Utilisateurs');
    expect([...ada.tab.faults, ...jean.tab.faults]).toEqual([]);
    await ada.leave();
    await jean.leave();
  });
});

/** @returns a code for the next sign-in, and one of those for the day when the telephone is lost */
async function setUpSecondFactor(person: Person): Promise<{ readonly next: string; readonly recovery: string }> {
  await person.open('Ada Diallo, administrateur');
  await person.follow('Mon compte');
  await person.press('Mettre en place le second facteur');
  await person.type('Votre mot de passe actuel', PASSWORD);
  await person.press('Confirmer que c’est moi');
  const secret = (await person.page.getByRole('code').first().innerText()).replace(/\s/g, '');
  await person.type('Code que montre l’application', codeAt(secret, instantOf(Date.now())));
  await person.press('Confirmer le second facteur');
  const recovery = await person.page.getByRole('code').first().innerText();
  return { next: codeAt(secret, instantOf(Date.now() + STEP_MS)), recovery };
}

/** The address of a link within the site. */
function addressIn(link: string): string {
  const { pathname, hash } = new URL(link.trim());
  return `${pathname}${hash}`;
}
