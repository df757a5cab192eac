import { accounts } from '#tests/requirements/accounts.ts'
import { elsewhere } from '#tests/requirements/asvs/elsewhere.ts'
import { v02 } from '#tests/requirements/asvs/v02.ts'
import { v03 } from '#tests/requirements/asvs/v03.ts'
import { v06 } from '#tests/requirements/asvs/v06.ts'
import { v07 } from '#tests/requirements/asvs/v07.ts'
import { v09 } from '#tests/requirements/asvs/v09.ts'
import { v11 } from '#tests/requirements/asvs/v11.ts'
import { v14 } from '#tests/requirements/asvs/v14.ts'
import { v16 } from '#tests/requirements/asvs/v16.ts'
import { codes } from '#tests/requirements/codes.ts'
import { custody } from '#tests/requirements/custody.ts'
import type { Section } from '#tests/requirements/item.ts'
import { nist } from '#tests/requirements/nist.ts'
import { passkeyPages } from '#tests/requirements/passkey-pages.ts'
import { platform } from '#tests/requirements/platform.ts'
import { recovery } from '#tests/requirements/recovery.ts'
import { webauthn } from '#tests/requirements/webauthn.ts'

/** Chapters of ASVS 5.0 that are held to completely: docs/asvs.md. */
export const ASVS: Section[] = [v02, v03, v06, v07, v09, v11, v14, v16]

/** Everything else: tests/requirements.md. */
export const OTHERS: Section[] = [
  ...webauthn,
  ...passkeyPages,
  ...nist,
  ...codes,
  ...accounts,
  ...recovery,
  ...custody,
  ...platform,
  ...elsewhere,
]
