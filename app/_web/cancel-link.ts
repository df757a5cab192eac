import { isCancelLinkLive as isLive } from '#server/recoveries/cancel.ts'
import { theWorld } from '#server/world.ts'

/** Whether the link of a letter can still cancel its recovery. */
export function isCancelLinkLive(token: string): Promise<boolean> {
  return isLive(theWorld(), token)
}
