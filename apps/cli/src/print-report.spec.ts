import { printDocument, printFile } from './print-report';
import { UsageError } from './terminal';

describe('a file that would be printed on a terminal', () => {
  const { isTTY } = process.stdout;
  beforeEach(() => Object.assign(process.stdout, { isTTY: true }));
  afterEach(() => Object.assign(process.stdout, { isTTY }));
  const table = { name: 'vide', columns: [], rows: [] };

  it('is refused before a byte of it is printed, with the words that save it in a file', async () => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      await expect(printFile(table, 'xlsx')).rejects.toThrow('> fichier.xlsx');
      const document = { title: '', about: [], foot: '', paper: 'portrait', asOf: null, blocks: [] } as const;
      const printing = printDocument(document);
      await expect(printing).rejects.toThrow(UsageError);
      await expect(printing).rejects.toThrow('> fichier.pdf');
      expect(write).not.toHaveBeenCalled();
    } finally {
      write.mockRestore();
    }
  });
});
