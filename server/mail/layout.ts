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
import { buttonIn, darkLook, initialsIn, type Look, lookOf, markIn, pageIn } from '#server/mail/styles.ts'
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
    h('style', null, darkLook(brand.accent)),
  )
}

function column({ paragraphs, code, facts = [], links = [], ifNotYou = [] }: Sheet, frame: Frame): ReactNode {
  const { title, notYou, help, sentTo, product, origin, brand } = frame
  const look = lookOf(brand.accent)
  return h(
    Container,
    { style: look.column },
    top(frame, look),
    h(
      Section,
      { style: look.card, className: 'card' },
      h(Heading, { as: 'h1', style: look.heading, className: 'ink' }, title),
      code && h(Text, { style: code.length > 6 ? look.longCode : look.code, className: 'code' }, code),
      ...words(paragraphs, look.paragraph),
      facts.length > 0 && table(facts, look),
      ...links.map((each, index) => link(each, index, { brand, look })),
      ifNotYou.length > 0 && links.length > 0 && h(Hr, { style: look.line, className: 'line' }),
      ifNotYou.length > 0 && h(Heading, { as: 'h2', style: look.aside, className: 'ink' }, notYou),
      ...words(ifNotYou, look.small),
    ),
    h(
      Text,
      { style: look.foot, className: 'quiet' },
      `${product}, `,
      h(Link, { href: origin, style: look.footLink, className: 'quiet' }, origin),
    ),
    h(Text, { style: look.foot, className: 'quiet' }, sentTo),
    brand.support &&
      h(
        Text,
        { style: look.foot, className: 'quiet' },
        `${help}: `,
        h(Link, { href: brand.support.href, style: look.footLink, className: 'quiet' }, brand.support.text),
      ),
  )
}

/** The product on the left; on the right for whom the letter is, if they have a name. */
function top({ product, person, brand }: Frame, look: Look): ReactNode {
  return h(
    'table',
    { width: '100%', cellPadding: 0, cellSpacing: 0, role: 'presentation', style: look.top },
    h(
      'tbody',
      null,
      h(
        'tr',
        null,
        h('td', { style: look.wordMark, className: 'ink' }, mark(product, brand), product),
        person &&
          h(
            'td',
            { style: look.person, className: 'quiet' },
            person.sentence,
            h(
              'span',
              { style: initialsIn(brand.accent.light), className: 'initials', 'aria-hidden': true },
              person.initials,
            ),
          ),
      ),
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

function words(paragraphs: string[], style: Look['paragraph']): ReactNode[] {
  return paragraphs.map((paragraph, index) => h(Text, { key: index, style, className: 'ink' }, paragraph))
}

function table(facts: Fact[], look: Look): ReactNode {
  const row = ({ label, value }: Fact) =>
    h(
      'tr',
      { key: label },
      h('th', { scope: 'row', style: look.label, className: 'quiet' }, label),
      h('td', { style: look.value, className: 'ink' }, value),
    )
  return h(
    'table',
    { width: '100%', cellPadding: 0, cellSpacing: 0, style: look.facts, className: 'facts' },
    h('tbody', null, facts.map(row)),
  )
}

/** Renders the first link as the button and the others as small lines below it. */
function link({ label, url }: SheetLink, index: number, { brand, look }: { brand: Brand; look: Look }): ReactNode {
  if (index > 0)
    return h(
      Text,
      { key: url, style: look.small, className: 'ink' },
      h(Link, { href: url, style: look.link, className: 'ink' }, label),
    )
  return h(
    Section,
    { key: url, style: look.action },
    h(Button, { href: url, style: buttonIn(brand.accent.light), className: 'button' }, label),
  )
}
