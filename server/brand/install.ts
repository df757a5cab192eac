import { toHex } from '#server/brand/oklch.ts'
import { sizesOf } from '#server/brand/png.ts'
import type { Brand } from '#server/brand/settings.ts'

/** The address of the manifest, by which a browser installs the pages as an app. */
export const MANIFEST = '/manifest.webmanifest'

/** The icons of our own mark, by their addresses: the sides in pixels. */
export const DRAWN_ICONS = { '/apple-touch-icon.png': 180, '/icon-192.png': 192, '/icon-512.png': 512 } as const

type Icon = { src: string; type: string; sizes: string; purpose?: 'maskable' }

/** Returns the manifest (W3C Web App Manifest) with the brand's name, colours and icons. An installed app begins at the account. */
export function manifestOf({ accent, mark }: Pick<Brand, 'accent' | 'mark'>, name: string) {
  const ground = toHex({ l: 0.978, c: 0.004, h: accent.hue })
  return {
    id: '/account',
    name,
    short_name: name,
    start_url: '/account',
    scope: '/',
    display: 'standalone',
    background_color: ground,
    theme_color: ground,
    icons: mark ? [ownIcon(mark)] : drawnIcons(),
  }
}

/** Returns the address of the icon for the home screen of an iPhone, which shows a PNG only. An operator's SVG has none. */
export function touchIconOf({ mark }: Pick<Brand, 'mark'>): string | undefined {
  if (!mark) return '/apple-touch-icon.png'
  return mark.type === 'image/png' ? mark.path : undefined
}

/** The operator's mark is offered as it is: we do not know what may be cut off it. */
function ownIcon({ path, type, body }: NonNullable<Brand['mark']>): Icon {
  return { src: path, type, sizes: (type === 'image/png' && sizesOf(body)) || 'any' }
}

function drawnIcons(): Icon[] {
  const [small, large] = [192, 512].map((side) => ({
    src: `/icon-${side}.png`,
    type: 'image/png',
    sizes: `${side}x${side}`,
  })) as [Icon, Icon]
  return [small, large, { ...large, purpose: 'maskable' }]
}
