import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Hr } from '@react-email/hr'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import { createElement as h, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Brand } from '#server/brand/settings.ts'
import type { Fact, Link as SheetLink, Sheet } from '#server/mail/sheet.ts'
import { buttonIn, darkLook, LOOK, markIn, pageIn } from '#server/mail/styles.ts'
import type { Frame } from '#server/mail/text.ts'

const CHARACTERS = new Intl.Segmenter()

/** Returns the letter as HTML: one column, without any external resource. React escapes all of its text. */
export function htmlOf(sheet: Sheet, frame: Frame): string {
  const letter = h(
    Html,
    { lang: frame.language },
    head(frame),
    h(Preview, null, sheet.paragraphs[0] ?? frame.title),
    h(Body, { style: pageIn(frame.brand.accent.light), className: 'page' }, column(sheet, frame)),
  )
  return `<!doctype html>${renderToStaticMarkup(letter)}`
}

function head({ title, brand }: Frame): ReactNode {
  return h(
    Head,
    null,
    h('title', null, title),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
    h('style', null, darkLook(brand.accent.dark)),
  )
}

function column(
  { paragraphs, code, facts = [], links = [], ifNotYou = [] }: Sheet,
  { title, notYou, help, sentTo, product, origin, brand }: Frame,
): ReactNode {
  return h(
    Container,
    { style: LOOK.column },
    h(Text, { style: LOOK.wordMark, className: 'ink' }, mark(product, brand), product),
    h(
      Section,
      { style: LOOK.card, className: 'card' },
      h(Heading, { as: 'h1', style: LOOK.heading, className: 'ink' }, title),
      code && h(Text, { style: code.length > 6 ? LOOK.longCode : LOOK.code, className: 'code' }, code),
      ...words(paragraphs, LOOK.paragraph),
      facts.length > 0 && table(facts),
      ...links.map((each, index) => link(each, index, brand)),
      ifNotYou.length > 0 && links.length > 0 && h(Hr, { style: LOOK.line, className: 'line' }),
      ifNotYou.length > 0 && h(Heading, { as: 'h2', style: LOOK.aside, className: 'ink' }, notYou),
      ...words(ifNotYou, LOOK.small),
    ),
    h(
      Text,
      { style: LOOK.foot, className: 'quiet' },
      `${product}, `,
      h(Link, { href: origin, style: LOOK.footLink, className: 'quiet' }, origin),
    ),
    h(Text, { style: LOOK.foot, className: 'quiet' }, sentTo),
    brand.support &&
      h(
        Text,
        { style: LOOK.foot, className: 'quiet' },
        `${help}: `,
        h(Link, { href: brand.support.href, style: LOOK.footLink, className: 'quiet' }, brand.support.text),
      ),
  )
}

/** The product's initial on a plate in its accent: a letter loads no image. */
function mark(product: string, { accent }: Brand): ReactNode {
  const [initial] = CHARACTERS.segment(product)
  return h(
    'span',
    { style: markIn(accent.light), className: 'button', 'aria-hidden': true },
    initial?.segment.toUpperCase(),
  )
}

function words(paragraphs: string[], style: typeof LOOK.paragraph): ReactNode[] {
  return paragraphs.map((paragraph, index) => h(Text, { key: index, style, className: 'ink' }, paragraph))
}

function table(facts: Fact[]): ReactNode {
  const row = ({ label, value }: Fact) =>
    h(
      'tr',
      { key: label },
      h('th', { scope: 'row', style: LOOK.label, className: 'quiet' }, label),
      h('td', { style: LOOK.value, className: 'ink' }, value),
    )
  return h(
    'table',
    { width: '100%', cellPadding: 0, cellSpacing: 0, style: LOOK.facts, className: 'facts' },
    h('tbody', null, facts.map(row)),
  )
}

/** Renders the first link as the button and the others as small lines below it. */
function link({ label, url }: SheetLink, index: number, { accent }: Brand): ReactNode {
  if (index > 0)
    return h(
      Text,
      { key: url, style: LOOK.small, className: 'ink' },
      h(Link, { href: url, style: LOOK.link, className: 'ink' }, label),
    )
  return h(
    Section,
    { key: url, style: LOOK.action },
    h(Button, { href: url, style: buttonIn(accent.light), className: 'button' }, label),
  )
}
