import { describeInBrowser } from './support/browser';
import { faultsOf, NO_FAULTS } from './support/gates';
import { Site } from './support/site';

describeInBrowser('the home page', (browser) => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.full();
  });
  afterAll(() => site?.stop());

  it('passes the gates', async () => {
    const tab = await browser.open(site);
    await tab.visit('/');
    expect(await faultsOf(tab)).toEqual(NO_FAULTS);
    await tab.close();
  });
});
