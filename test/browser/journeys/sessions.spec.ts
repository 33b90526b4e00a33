import { describeInBrowser } from '../support/browser';
import { Person } from '../support/person';
import { Site } from '../support/site';

/** What happens to a session while somebody works. */
describeInBrowser('the journey through sessions', (browser) => {
  let site: Site;
  beforeAll(async () => void (site = await Site.full()));
  afterAll(() => site?.stop());

  it('a session ended under a form asks for the sign-in over it, and the form is kept and recorded', async () => {
    const officer = await Person.signedIn(browser, site, 'agent_epci');
    await officer.goTo('Attributions');
    await officer.follow('03/01/2025');
    await officer.press('Corriger ce bail');
    await officer.choose('Typologie', 'T5');

    // The same person, elsewhere.
    const elsewhere = await Person.signedIn(browser, site, 'agent_epci');
    await elsewhere.open('Camille Durand, agent de l’intercommunalité');
    await elsewhere.follow('Mon compte');
    await elsewhere.press('Fermer toutes les autres sessions');
    await elsewhere.leave();

    await officer.choose('Motif', 'erreur');
    const over = officer.page.getByRole('dialog', { name: 'Votre session est terminée' });
    await over.waitFor();
    await over.getByLabel('Adresse électronique').fill(await site.accountOf('agent_epci'));
    await officer.enter();
    expect(await over.count()).toBe(0);
    expect(await officer.page.getByLabel('Typologie').inputValue()).toBe('T5');
    await officer.page.getByText('Aucun objectif ne compterait autrement.').waitFor();
    await officer.press('Corriger le bail');
    await officer.page.getByText('Le bail est corrigé').waitFor();
    expect(await officer.reads()).toMatch(/Typologie\s+T5/);
    expect(officer.tab.faults).toEqual([]);
    await officer.leave();
  });

  it('a person with two roles acts under the one that the header says, and changes it there', async () => {
    const person = await Person.signedIn(browser, site, 'etat');
    expect(await person.menu()).toContain('Attributions');
    await site.invite(await site.accountOf('etat'), 'elu');
    await person.tab.visit('/convention');
    await person.open('Camille Durand, État');
    await person.press('élu');
    await person.page.getByText('Camille Durand, élu').waitFor();
    await person.isIn();
    expect(await person.menu()).not.toContain('Attributions');
    await person.tab.visit('/attributions');
    expect(await person.reads()).toContain('Cette page demande un droit que votre rôle (élu) n’a pas.');
    expect(person.tab.faults).toEqual([]);
    await person.leave();
  });
});
