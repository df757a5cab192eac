import { Children, createElement, type ReactNode } from 'react'

/**
 * Gives each text among these an element of its own. A browser that translates a page replaces every text node, so React no longer
 * finds one that it has to remove, to change or to insert something before. An element stays, and its words change with it.
 */
export function ownElements(children: ReactNode): ReactNode {
  return Children.map(children, (child) =>
    typeof child === 'string' || typeof child === 'number' ? createElement('span', undefined, child) : child,
  )
}

type Chunks = (chunks: ReactNode) => ReactNode
type Rich = (key: never, values?: Record<string, unknown>) => ReactNode

/** The same sentences, whose rich ones have their texts in elements of their own. */
export function inElements<Say extends { rich: unknown }>(say: Say): Say {
  const tell = say.rich as Rich // The types of a sentence depend on its key; here every sentence is alike.
  const rich: Rich = (key, values = {}) =>
    ownElements(tell(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inOne(value)]))))
  const plain = say as unknown as (...given: unknown[]) => string
  return Object.assign((...given: unknown[]) => plain(...given), say, { rich })
}

/** The text between two tags comes in pieces; an element with one text has no need for another around it. */
function inOne(value: unknown): unknown {
  if (typeof value !== 'function') return value
  return (chunks: ReactNode) => {
    const pieces = Children.toArray(chunks)
    const texts = pieces.filter((piece) => typeof piece === 'string')
    return (value as Chunks)(texts.length === pieces.length ? texts.join('') : ownElements(chunks))
  }
}
