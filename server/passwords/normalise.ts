/** A password as it is hashed and compared: NFC and nothing else (NIST SP 800-63B-4 §3.1.1.2). */
export function normalisePassword(password: string): string {
  return password.normalize('NFC')
}
