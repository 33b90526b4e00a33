import { tableHtml, tabbedText } from './copied-table';

const table = [
  ['Bail', 'Résidence'],
  ['04/03/2023', 'Les « Lilas » <A>\tB'],
];

describe('a table that is copied', () => {
  it('is a line of tabs for each row', () => {
    expect(tabbedText(table)).toBe('Bail\tRésidence\r\n04/03/2023\tLes « Lilas » <A> B');
  });

  it('is a table of HTML, whose texts are no HTML', () => {
    expect(tableHtml(table)).toBe(
      '<table><thead><tr><th>Bail</th><th>Résidence</th></tr></thead><tbody><tr><td>04/03/2023</td><td>Les « Lilas » &lt;A&gt;\tB</td></tr></tbody></table>',
    );
  });
});
