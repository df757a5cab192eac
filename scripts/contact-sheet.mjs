import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { margin: 2rem; }
  section { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; margin: 0 0 2.5rem; }
  h2 { margin: 0 0 0.5rem; font-size: 1.1rem; }
  figure { margin: 0; }
  figcaption { font-size: 0.8rem; opacity: 0.7; }
  img { display: block; height: 22rem; border: 1px solid #8884; border-radius: 6px; object-fit: cover; object-position: top; }
`

/**
 * Writes an index.html of the pictures in a folder, with a row for each state. Returns the numbers of states and
 * pictures.
 */
export function writeContactSheet(folder) {
  const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'))
  const states = Map.groupBy(pictures, (name) => name.split('.')[0])
  const rows = [...states].map(
    ([state, names]) =>
      `<h2 id="${state}"><a href="#${state}">${state}</a></h2>\n<section>${names.map(figure).join('')}</section>`,
  )
  const page = `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>${states.size} states</title>\n<style>${STYLE}</style>\n<h1>${states.size} states, ${pictures.length} pictures</h1>\n${rows.join('\n')}\n</html>\n`
  writeFileSync(join(folder, 'index.html'), page)
  return { states: states.size, pictures: pictures.length }
}

function figure(name) {
  const [, width, theme, language] = name.split('.')
  return `<figure><a href="${name}"><img loading="lazy" src="${name}" alt=""></a><figcaption>${width} · ${theme} · ${language}</figcaption></figure>`
}
