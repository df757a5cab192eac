import { type NextRequest, NextResponse } from 'next/server'
import { cookieName } from '#server/callers/cookie-name.ts'
import { PATH_HEADER } from '#server/callers/return-path.ts'
import { NO_PAGE_POLICY } from '#server/http/pages/policy.ts'
import { theWorld } from '#server/world.ts'

export const config = { runtime: 'nodejs', matcher: ['/account', '/account/:path*', '/admin', '/admin/:path*'] }

/**
 * Sends a visitor without a session cookie from /account and /admin to sign-in. This is a convenience, not the security boundary:
 * every use-case checks the caller itself.
 */
export function middleware({ cookies, headers }: NextRequest): NextResponse {
  const { config } = theWorld()
  if (cookies.has(cookieName(config, 'session'))) return NextResponse.next()
  const next = encodeURIComponent(headers.get(PATH_HEADER) ?? '/account')
  return NextResponse.redirect(new URL(`/sign-in?next=${next}`, config.origin), {
    headers: { 'content-security-policy': NO_PAGE_POLICY },
  })
}
