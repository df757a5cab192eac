/** Returns a password as it is hashed and compared: in NFC, otherwise unchanged (NIST SP 800-63B-4 §3.1.1.2). */
export function normalisePassword(password: string): string {
  return password.normalize('NFC')
}
