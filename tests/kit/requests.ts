import { EventEmitter, once } from 'node:events'
import type { BrowserContext, Page } from '@playwright/test'

/** A page asks for a passkey by autofill, in the list under a field, or in a window of the browser, after a person pressed something. */
type RequestKind = 'autofill' | 'window'

/**
 * The passkey requests of a page. A virtual device that is present answers an autofill request by itself, before anyone picks
 * or presses anything. So the kit decides before each request, and devices answer autofill only while a test picks from it.
 */
export type Requests = {
  /** Runs the step that starts the page's autofill request, and picks the passkey it offers. */
  pickFromAutofill: (open: () => Promise<unknown>, options?: Patience) => Promise<void>
  /** Runs the step that starts the page's autofill request, and leaves the request pending. */
  leaveAutofill: (open: () => Promise<unknown>, options?: Patience) => Promise<void>
}

/** For how long the page’s request is waited for (milliseconds). */
type Patience = { timeout?: number }

/** Prepares the devices for a request, which they answer if it is `wanted`. Returns whether it goes to them or is held back. */
export type Admit = (request: { wanted: boolean }) => Promise<boolean>

type Message = { stage: 'asked' | 'pending' | 'answered'; kind: RequestKind }
type Tell = (message: Message) => Promise<boolean>

const BINDING = '__latchkeyKitRequests'
const PATIENCE_MS = 10_000

/** Stands between the pages of a place and their devices, from now on. Once per place. */
export async function standBetween(place: Page | BrowserContext, admit: Admit): Promise<Requests> {
  const heard = new EventEmitter()
  let picking = false

  const tell = async ({ stage, kind }: Message): Promise<boolean> => {
    if (stage === 'asked') return admit({ wanted: kind === 'window' || picking })
    return heard.emit(`${kind} ${stage}`)
  }
  await place.exposeBinding(BINDING, (_source, message: Message) => tell(message))
  await place.addInitScript(askFirst, BINDING)
  for (const page of 'pages' in place ? place.pages() : [place]) await page.evaluate(askFirst, BINDING)

  /** Does something and waits for what it leads to. */
  async function until(
    event: string,
    open: () => Promise<unknown>,
    otherwise: string,
    { timeout = PATIENCE_MS }: Patience = {},
  ): Promise<void> {
    const patience = AbortSignal.timeout(timeout)
    const happened = once(heard, event, { signal: patience })
    // An error while opening is reported by the test itself.
    happened.catch(() => {})
    await open()
    await happened.catch(() => {
      throw new Error(otherwise)
    })
  }

  return {
    async pickFromAutofill(open, options) {
      picking = true
      try {
        await until(
          'autofill answered',
          open,
          'No passkey was picked: the page asked for none by autofill, or the device has none for it.',
          options,
        )
      } finally {
        picking = false
      }
    },
    leaveAutofill: (open, options) =>
      until('autofill pending', open, 'The page asked for no passkey by autofill.', options),
  }
}

/** Runs in the page: every request for a passkey asks the kit first, and reports its progress. */
function askFirst(binding: string): void {
  const place = globalThis as unknown as Record<string, Tell | undefined> & { navigator: Navigator }
  const tell = place[binding]
  const credentials: CredentialsContainer | undefined = place.navigator.credentials
  if (!tell || !credentials || Object.hasOwn(credentials, binding)) return
  Object.defineProperty(credentials, binding, { value: true })

  const inFront =
    <Options extends CredentialRequestOptions | CredentialCreationOptions>(
      own: (options?: Options) => Promise<Credential | null>,
    ) =>
    async (options?: Options) => {
      if (!options?.publicKey) return own(options)
      const { signal } = options
      const kind = 'mediation' in options && options.mediation === 'conditional' ? 'autofill' : 'window'
      const aborted = new Promise<never>((_, refuse) => signal?.addEventListener('abort', () => refuse(signal.reason)))
      signal?.throwIfAborted()
      const goesOn = await Promise.race([tell({ stage: 'asked', kind }), aborted])
      const answer = goesOn ? own(options) : aborted
      void tell({ stage: 'pending', kind })
      const credential = await answer
      void tell({ stage: 'answered', kind })
      return credential
    }
  credentials.get = inFront(credentials.get.bind(credentials))
  credentials.create = inFront(credentials.create.bind(credentials))
}
