import { mailSettingOf } from './mail-setting';

const FROM = 'mixite@example.org';
const setting = (MIXITE_SMTP_URL?: string, MIXITE_MAIL_FROM?: string) =>
  mailSettingOf({ MIXITE_SMTP_URL, MIXITE_MAIL_FROM });

describe('MIXITE_SMTP_URL and MIXITE_MAIL_FROM', () => {
  it('name the server and who mails come from; without both, no mail is sent', () => {
    for (const none of [undefined, '']) expect(setting(none, none)).toBeUndefined();
    expect(setting('smtps://ada:p%40ss@mail.example.org', FROM)).toEqual({
      server: { host: 'mail.example.org', port: 465, isTls: true, login: { user: 'ada', password: 'p@ss' } },
      from: { name: '', address: FROM },
    });
    expect(setting('smtp://[::1]:2525/', ` Mixité du territoire <${FROM}> `)).toEqual({
      server: { host: '::1', port: 2525, isTls: false },
      from: { name: 'Mixité du territoire', address: FROM },
    });
    expect(setting('smtp://mail', FROM)?.server).toEqual({ host: 'mail', port: 587, isTls: false });
  });

  it.each([
    ...['', 'mail.example.org', 'http://mail.example.org', 'smtp://', 'smtp://mail:0', 'smtp://mail:99999'],
    ...['smtp://mail/box', 'smtp://mail?tls.rejectUnauthorized=false', 'smtp://ada@mail', 'smtp://a:%zz@mail'],
  ])('the first is refused where it is « %s »', (url) => {
    expect(() => setting(url, FROM)).toThrow(
      expect.objectContaining({ code: 'invalid-setting', params: { name: 'MIXITE_SMTP_URL' } }),
    );
  });

  it('repeats no password in the sentence of the first', () => {
    expect(() => setting('smtp://ada:girafe@mail/box', FROM)).toThrow(/MIXITE_SMTP_URL/);
    expect(() => setting('smtp://ada:girafe@mail/box', FROM)).not.toThrow(/girafe/);
  });

  it.each(['', 'mixite', 'Mixité <mixite>', 'a@example.org, b@example.org', 'Mixité\r\nBcc: <a@example.org>'])(
    'the second is refused where it is « %s »',
    (from) => {
      expect(() => setting('smtp://mail', from)).toThrow(
        expect.objectContaining({ code: 'invalid-setting', params: { name: 'MIXITE_MAIL_FROM', value: from } }),
      );
    },
  );
});
