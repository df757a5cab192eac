/** Named by hand: a provider that the package does not have, and names that are written in another way there. */
export const BESIDE = {
  'b5397666-4885-aa6b-cebf-e52262a439a2': 'Chromium',
  'dd4ec289-e01d-41c9-bb89-70fa845d4bf2': 'Apple Passwords (managed)',
  'fa37f553-f9b6-4adb-ac53-8bbb57ebdf0d': 'Norton Password Manager',
}

/** Records that are no product: tests, samples and drafts. */
export const NO_PROVIDER = /dummy|conformance|sample|draft/i

/** Which names are no security keys. A platform is the device itself: its system, its browser, or an app on it. */
export const KINDS = [
  [
    'manager',
    /^(1Password|AliasVault|Apple Passwords.*|Bitwarden|Dashlane|Devolutions|Enpass|Google Password Manager|Heimlane Vault|KeePass(DX|XC)|Keeper|LastPass|LogMeOnce|NordPass|Proton Pass|Samsung Pass|Sésame|Zoho Vault|iPasswords|initial|pwSafe|(Kaspersky|Microsoft|Norton) Password Manager)$/,
  ],
  [
    'platform',
    /^(Android|Windows Hello|Chromium|\w+ on Mac|Allthenticator|Dapple|HYPR|Ideem|ImproveID|IDmelon iOS|RSA Authenticator|Thales .* SDK|ToothPic|TruU|Veridium|WinMagic|ZTPass)|for Android$/,
  ],
]

const NOISE = [
  / *\(.*(CTAP|U2F|FIDO2 Auth|[Pp]rofile|Preview|certified).*\)/,
  /:.*/,
  /,.*/,
  / Level \d certified/,
  / using FIDO2/,
  / from .* Inc\./,
  / Secp256R1/,
  / FIDO2?(\.\d)? CTAP2/,
  /( -)? CTAP2(\.\d)?( \w{2}$)?/,
  / FIDO2?(\.\d)?(\/U2F)?( Authenticator| AUTHENTICATOR)/,
  /( FIDO2?)? (Authenticator|authenticator)$/,
  / Series/,
  / (KVZR57|1VDJSN)/,
  / - Enhanced PIN/,
  / - (Enterprise|Multi-protocol|FIDO) Edition/,
  / Preview/,
  / FIDO2(?= (Fingerprint|NFC|PRO|Pro)\b)/,
  / and client PIN version/,
]

/** Leaves out of a name what a person does not read on the thing: protocols, profiles and previews. */
export function shortName(name) {
  return NOISE.reduce((left, noise) => left.replace(noise, ''), name)
    .replace(/^Safenet/, 'SafeNet')
    .trim()
}
