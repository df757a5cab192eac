import { tabMemory } from '#app/_ui/browser/tab-memory.ts'

const HOUR = 60 * 60_000
const memory = tabMemory<{ step: 'open'; token: string }>('latchkey.setup', { open: HOUR })

/** Takes the token out of the address, where others could read it, and keeps it in this tab while its reader signs up. */
export function takeSetupToken(): string | undefined {
  const given = window.location.hash.slice(1)
  if (given === '') return memory.kept()?.token
  window.history.replaceState(window.history.state, '', window.location.pathname)
  memory.keep({ step: 'open', token: given })
  return given
}
