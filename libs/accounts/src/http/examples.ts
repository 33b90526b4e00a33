/** What the documents of the API show of people. */
export const USER = '01934a1e-7c6b-7a53-9f2e-5f3f9a1f7d40';
export const EMAIL = 'ada.diallo@example.org';
export const CODE = 'Zm9yIG9uZSB1c2Ugb25seSwgdGhlbiBub3RoaW5nIGVsc2U';
