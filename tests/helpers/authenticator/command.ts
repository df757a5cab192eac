/**
 * A passkey provider for the command line, to try the API with curl: `node command.ts create|get <origin> <file>` reads the options
 * a route answered with, and writes the credential that the next one takes. The passkeys stay in the file, private keys and all.
 */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createAuthenticator, type Passkey } from '../authenticator.ts'

type Kept = Omit<Passkey, 'credentialId' | 'userHandle' | 'privateKey' | 'publicKey'> & {
  credentialId: string
  userHandle: string
  privateKey: string
}

const [verb, origin = '', file = ''] = process.argv.slice(2)
const authenticator = createAuthenticator({ origin })
if (existsSync(file)) authenticator.passkeys.push(...(JSON.parse(readFileSync(file, 'utf8')) as Kept[]).map(taken))

// What a route has answered, piped in.
const options = JSON.parse(readFileSync(0, 'utf8')) as never
const credential = verb === 'create' ? authenticator.create(options) : authenticator.get(options)
writeFileSync(file, JSON.stringify(authenticator.passkeys.map(kept)), { mode: 0o600 })
process.stdout.write(JSON.stringify(credential))

function kept(passkey: Passkey): Kept {
  const { publicKey: _, ...rest } = passkey
  return {
    ...rest,
    credentialId: passkey.credentialId.toString('base64url'),
    userHandle: passkey.userHandle.toString('base64url'),
    privateKey: passkey.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  }
}

function taken(passkey: Kept): Passkey {
  const privateKey = createPrivateKey(passkey.privateKey)
  return {
    ...passkey,
    credentialId: Buffer.from(passkey.credentialId, 'base64url'),
    userHandle: Buffer.from(passkey.userHandle, 'base64url'),
    privateKey,
    publicKey: createPublicKey(privateKey),
  }
}
