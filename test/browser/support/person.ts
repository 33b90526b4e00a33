import { readFileSync } from 'node:fs';
import type { GivenRole } from '#access';
import { readPdf } from '#documents/testing';
import type { Download, Locator, Page } from 'playwright-core';
import { readXlsx } from '../../e2e/support/read-xlsx';
import type { OpenSite, Tab, TestBrowser } from './browser';
import { PASSWORD, type Site } from './site';

/** The day on which the journeys take place: the leases of the fixture are those of the year before. */
const TODAY = new Date('2026-03-02T09:00:00.000Z');

/** The page's way to write a space that does not break. */
export const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');

/** A file that the browser has saved. */
export interface Saved {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Somebody at a page, who finds everything by what is seen and read: roles, names and labels. */
export class Person {
  private constructor(
    readonly tab: Tab,
    readonly page: Page,
  ) {}

  /** Somebody who has opened a browser at the site, and is not signed in. */
  static async at(browser: TestBrowser, site: OpenSite, address = '/'): Promise<Person> {
    const tab = await browser.open(site, { role: null });
    // Whoever is not signed in is told so by the API.
    tab.foresee(401);
    await tab.page.clock.setFixedTime(TODAY);
    await tab.visit(address);
    return new Person(tab, tab.page);
  }

  /** Somebody who has signed in through the page, by address and password. */
  static async signedIn(browser: TestBrowser, site: Site, role: GivenRole): Promise<Person> {
    const email = await site.accountOf(role);
    const person = await Person.at(browser, site);
    await person.signIn(email);
    return person;
  }

  /** Signs in through the form of the page. @param code of the second factor, where the account has one */
  async signIn(email: string, code?: string): Promise<void> {
    await this.type('Adresse électronique', email);
    await this.enter(code);
  }

  /** The rest of it, where the page knows the address already. */
  async enter(code?: string): Promise<void> {
    await this.type('Mot de passe', PASSWORD);
    await this.press('Se connecter');
    if (code !== undefined) {
      await this.type('Code du second facteur', code);
      await this.press('Se connecter');
    }
    await this.isIn();
  }

  /** Waits until the page after a sign-in, or after a change of role, is there. */
  async isIn(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Menu' }).waitFor();
    await this.page.getByRole('button', { name: 'Se connecter' }).waitFor({ state: 'detached' });
    await this.tab.settle();
  }

  async type(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: option });
    await this.tab.settle();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.tab.settle();
  }

  /** Follows a link of the page, or of a part of it. */
  async follow(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole('link', { name, exact: true }).first().click();
    await this.tab.settle();
  }

  /** Goes to an entry of the menu. */
  goTo(entry: string): Promise<void> {
    return this.follow(entry, this.page.getByRole('navigation', { name: 'Menu' }));
  }

  /** Opens what stands under a word of the page. */
  async open(word: string): Promise<void> {
    await this.page.getByText(word).click();
  }

  title(): Promise<string> {
    return this.page.getByRole('heading', { level: 1 }).innerText();
  }

  /** The names of the entries of the menu. */
  menu(): Promise<readonly string[]> {
    return textsOf(this.page.getByRole('navigation', { name: 'Menu' }).getByRole('link'));
  }

  /** What the content says. */
  async reads(): Promise<string> {
    return plain(await this.page.getByRole('main').innerText());
  }

  /** A row of a table, by its name: the cell that begins it. */
  row(name: string | RegExp): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name, exact: true }) });
  }

  /** The cells of a row after its name, by the header of their column. */
  async cells(table: string | RegExp, row: string | RegExp): Promise<Readonly<Record<string, string>>> {
    const shown = this.page.getByRole('table', { name: table });
    const headers = await textsOf(shown.getByRole('columnheader'));
    const texts = await textsOf(
      shown
        .getByRole('row')
        .filter({ has: this.page.getByRole('rowheader', { name: row, exact: true }) })
        .getByRole('cell'),
    );
    return Object.fromEntries(texts.map((text, index) => [headers[index + 1]!, text]));
  }

  /** The rows of a table under its headers, as they are read; a box to tick is no text. */
  async rows(table: string | RegExp): Promise<readonly (readonly string[])[]> {
    const [, ...rows] = await this.page.getByRole('table', { name: table }).getByRole('row').all();
    const isNoBox = { hasNot: this.page.getByRole('checkbox') };
    return Promise.all(
      rows.map((row) => textsOf(row.getByRole('rowheader').or(row.getByRole('cell')).filter(isNoBox))),
    );
  }

  /** Follows a link that saves a file, and has the file in hand. */
  async save(name: string | RegExp): Promise<Saved> {
    const link = this.page.getByRole('link', { name, exact: true });
    const [download] = (await Promise.all([this.page.waitForEvent('download'), link.click()])) as [Download, void];
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  /** What the printer would be given, sheet by sheet, with blanks made one. */
  async paper(): Promise<readonly string[]> {
    const pdf = await this.page.pdf({ preferCSSPageSize: true, printBackground: true });
    return readPdf(pdf).pages.map((text) => plain(text).replace(/\s+/gu, ' '));
  }

  leave(): Promise<void> {
    return this.tab.close();
  }
}

async function textsOf(cells: Locator): Promise<readonly string[]> {
  return (await cells.allInnerTexts()).map((text) => plain(text).replace(/\s+/gu, ' ').trim());
}

/** The rows of a workbook's sheet. */
export async function sheetOf({ bytes }: Saved, sheet = 1): Promise<readonly (readonly string[])[]> {
  return (await readXlsx(bytes, sheet)).map((row) => row.map(plain));
}

/** The row of the page as the workbook writes it: days are numbers there, quartiles too, and what is unknown is empty. */
export const asInSheet = (row: readonly string[]): readonly string[] => row.map(cellInSheet);

function cellInSheet(text: string): string {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  if (day !== undefined) return String((Date.UTC(Number(year), Number(month) - 1, Number(day)) - DAY_ZERO) / DAY);
  if (text === 'inconnu') return '';
  return /^([1-4])(?:er|e)$/.exec(text)?.[1] ?? text;
}

const DAY = 86_400_000;
/** The day from which workbooks count. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
