type Sheet = { codes: string[]; account: string; site: string; made: string }

/** The backup codes as a text to be kept in a file: whose, for which site, from when, and how they are used. */
export function backupCodesText({ codes, account, site, made }: Sheet): string {
  return [
    `Backup codes for ${account}`,
    `Site: ${site}`,
    `Made: ${made}`,
    '',
    ...codes.map((code, at) => `${String(at + 1).padStart(2)}. ${code}`),
    '',
    'Each code works once, together with your mailbox or your password.',
    `If your passkey is gone, open ${site}/recover`,
    'Keep them where only you can find them. New codes replace all of these.',
    '',
  ].join('\n')
}
