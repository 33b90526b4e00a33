import { printDocument, printFile } from './print-file';
import { WrongWords } from './terminal';

describe('a file for which there is only a terminal', () => {
  const { isTTY } = process.stdout;
  beforeEach(() => Object.assign(process.stdout, { isTTY: true }));
  afterEach(() => Object.assign(process.stdout, { isTTY }));
  const table = { name: 'vide', columns: [], rows: [] };

  it('is refused before a byte of it is printed, with the words that would keep it', async () => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      await expect(printFile(table, 'xlsx')).rejects.toThrow('> fichier.xlsx');
      const document = { title: '', about: [], foot: '', paper: 'portrait', asOf: null, blocks: [] } as const;
      const printing = printDocument(document);
      await expect(printing).rejects.toThrow(WrongWords);
      await expect(printing).rejects.toThrow('> fichier.pdf');
      expect(write).not.toHaveBeenCalled();
    } finally {
      write.mockRestore();
    }
  });
});
