import { reportText } from './report';

describe('what is copied to report a problem', () => {
  it('names the page without what was looked for, the version and the request', () => {
    const address = 'https://mixite.example.org/attributions?note=4&as-of=2025-01-01#jeton=secret';
    expect(reportText({ address, version: '0.1.0', requestId: '01934a1e' })).toBe(
      'Page : https://mixite.example.org/attributions\nVersion de Mixité : 0.1.0\nNuméro de la demande : 01934a1e',
    );
  });

  it('names no request where none was refused', () => {
    expect(reportText({ address: 'http://127.0.0.1:3000/', version: '0.1.0', requestId: undefined })).toBe(
      'Page : http://127.0.0.1:3000/\nVersion de Mixité : 0.1.0',
    );
  });
});
