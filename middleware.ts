import { type NextRequest, NextResponse } from 'next/server'
import { cookieName } from '#server/callers/cookie-name.ts'
import { LANGUAGE_HEADER } from '#server/callers/language.ts'
import { PATH_HEADER } from '#server/callers/return-path.ts'
import { languageNamed } from '#server/words/language.ts'
import { theWorld } from '#server/world.ts'

export const config = {
  runtime: 'nodejs',
  // The API is answered before Next, and build output is not a document.
  matcher: ['/((?!api(?:/|$)|\\.well-known(?:/|$)|_next/static(?:/|$)).*)'],
}

/**
 * Gives every page its content security policy, and sends a visitor without a session cookie from /account to sign-in.
 */
export function middleware(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl
  const { origin } = theWorld().config

  // This redirect is a convenience, not the security boundary: every use-case checks the caller itself.
  const personal = pathname === '/account' || pathname.startsWith('/account/')
  if (personal && !request.cookies.has(cookieName(theWorld().config, 'session'))) {
    const next = encodeURIComponent(pathname + search)
    return NextResponse.redirect(new URL(`/sign-in?next=${next}`, origin), {
      headers: { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" },
    })
  }

  const policy = contentSecurityPolicy({ pathname, https: origin.startsWith('https:') })
  const headers = new Headers(request.headers)
  headers.set(PATH_HEADER, pathname + search)
  // A link to the same page in another language. Opening it does not change the stored language.
  const language = languageNamed(request.nextUrl.searchParams.get('lang') ?? undefined)
  if (language) headers.set(LANGUAGE_HEADER, language)
  headers.set('content-security-policy', policy) // Next reads the nonce for its own scripts from this header.
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

function contentSecurityPolicy({ pathname, https }: { pathname: string; https: boolean }): string {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const development = process.env.NODE_ENV === 'development'
  // Next's development tools use inline styles. So do letters, which /mailbox shows in a frame that inherits this
  // policy.
  const unsealedStyles = development || pathname === '/mailbox'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${unsealedStyles ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
