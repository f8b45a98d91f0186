/** Without characters that look alike. */
const READABLE = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 20;

/** A password of about 115 bits that somebody can read out; bytes that would favour some characters are thrown away. */
export function randomPassword(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes)): string {
  const fair = 256 - (256 % READABLE.length);
  let password = '';
  while (password.length < LENGTH) {
    for (const byte of random(new Uint8Array(LENGTH))) {
      if (byte < fair && password.length < LENGTH) password += READABLE[byte % READABLE.length];
    }
  }
  return password;
}
