import { describeInBrowser, type Tab } from './support/browser';
import { faultsOf } from './support/gates';
import { focused, lostAtThisWidth, numberStops } from './support/in-page.js';
import { Site } from './support/site';

/** Each gate is tried on a page that breaks what it names: a gate that lets it pass holds nothing. */
describeInBrowser('a gate refuses', (browser) => {
  let site: Site;
  let tab: Tab;
  beforeAll(async () => {
    site = await Site.empty();
  });
  afterAll(() => site?.stop());
  beforeEach(async () => {
    tab = await browser.open(site, { role: null });
  });
  afterEach(() => tab?.close());

  const shown = async (content: string, head = '<title>Essai – Mixité</title>', lang = 'fr'): Promise<void> => {
    const body = `<!doctype html><html lang="${lang}"><head>${head}</head><body><main><h1>Essai</h1>${content}</main></body></html>`;
    const headers = { 'content-security-policy': "default-src 'self'; require-trusted-types-for 'script'" };
    await tab.page.route('**/essai', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body, headers }),
    );
    await tab.visit('/essai');
  };
  const one = (text: string): unknown => [expect.stringContaining(text)];

  it('nothing of a page without a fault', async () => {
    await shown('<p>Aucune attribution, 12,1\u202f%.</p>');
    expect(Object.values(await faultsOf(tab)).flat()).toEqual([]);
  });

  it('an image without a text', async () => {
    await shown('<img src="/icone.svg">');
    expect((await faultsOf(tab)).accessibility).toEqual(one('image-alt'));
  });

  it('an inline style, and a text written as markup by a script', async () => {
    await shown('<p style="color: red">Essai</p>');
    await tab.page.evaluate('try { document.querySelector("p").innerHTML = "x" } catch {}');
    const faults = (await faultsOf(tab)).console.join('\n');
    expect(faults).toContain('policy: style-src');
    expect(faults).toContain('policy: require-trusted-types-for');
  });

  it('a request to another host', async () => {
    await shown('<img alt="Essai" src="http://localhost:1/image.png">');
    expect((await faultsOf(tab)).console.join('\n')).toContain('a request to another host');
  });

  it('an error of a script', async () => {
    await shown('');
    await tab.page.evaluate('setTimeout(() => { throw new Error("essai") })');
    await tab.settle();
    expect((await faultsOf(tab)).console).toEqual(['Error: essai']);
  });

  it('a page in another language, without its name, with two titles', async () => {
    await shown('<h1>Encore</h1>', '<title>Essai</title>', 'en');
    expect((await faultsOf(tab)).frame).toHaveLength(3);
  });

  it('a table of more rows than one reads', async () => {
    await shown(`<table><tr><th>Bail</th></tr>${'<tr><td>un</td></tr>'.repeat(200)}</table>`);
    expect((await faultsOf(tab)).size).toEqual(['a table of 201 rows']);
  });

  it('a content that moves', async () => {
    await shown('<p>Essai</p>');
    await tab.page.evaluate('document.querySelector("h1").before(document.createElement("hr"))');
    await tab.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await tab.page.evaluate(
      'for (let i = 0; i < 40; i += 1) document.querySelector("h1").before(document.createElement("hr"))',
    );
    await tab.settle();
    expect((await faultsOf(tab)).stability).toEqual(one('a shift of'));
  });

  it('a part that Tab reaches out of order, and one that shows no focus', async () => {
    await shown('<button type="button">Un</button><button type="button" tabindex="1">Deux</button>');
    const names = await tab.page.evaluate(numberStops);
    await tab.page.keyboard.press('Tab');
    expect([names.length, (await tab.page.evaluate(focused)).stop]).toEqual([2, 1]);
    await tab.page.evaluate('document.activeElement.style.outline = "none"');
    expect((await tab.page.evaluate(focused)).faults).toEqual(['shows no focus']);
  });

  it('a page that scrolls to the side, and a text that is cut', async () => {
    await shown('<div id="large">Essai</div><div id="coupe">Un texte plus long que sa place</div>');
    await tab.page.evaluate('document.getElementById("large").style.width = "2000px"');
    await tab.page.evaluate(
      'Object.assign(document.getElementById("coupe").style, { width: "60px", overflow: "hidden", whiteSpace: "nowrap" })',
    );
    const lost = await tab.page.evaluate(lostAtThisWidth);
    expect(lost).toEqual([
      expect.stringContaining('the page scrolls to the side'),
      expect.stringContaining('too wide: div#large'),
      expect.stringContaining('cut: div#coupe'),
    ]);
  });
});
