const SHAPE =
  'inline-flex items-center justify-center gap-2 rounded-md font-medium transition-colors select-none text-center ' +
  'aria-disabled:cursor-default aria-disabled:opacity-75'

const LOOKS = {
  primary: 'bg-accent text-on-accent shadow-control hover:bg-accent-strong active:bg-accent-strong',
  secondary: 'border border-edge/55 bg-surface text-ink shadow-control hover:bg-sunken active:bg-sunken',
  quiet: 'text-soft hover:bg-sunken hover:text-ink active:bg-sunken',
  danger: 'bg-danger text-on-danger shadow-control hover:bg-danger-strong active:bg-danger-strong',
} as const

const SIZES = {
  small: 'min-h-9 px-3 py-1.5 text-sm',
  normal: 'min-h-11 px-4 py-2 text-base',
} as const

export type ButtonLook = keyof typeof LOOKS
export type ButtonSize = keyof typeof SIZES

/** The classes that make a button or a link look like one of our buttons. */
export function buttonLook(look: ButtonLook, size: ButtonSize): string {
  return `${SHAPE} ${LOOKS[look]} ${SIZES[size]}`
}
