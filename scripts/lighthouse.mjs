import './require-node.mjs'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { getBrowser } from './browser.mjs'
import { buildIfStale } from './build.mjs'
import { withProduction } from './production.mjs'

const RUNS = Number(process.env.RUNS ?? 3)
const PUBLIC = ['/', '/sign-in', '/sign-in/password', '/sign-up', '/recover']
/** The least score of each page, out of 100. Only the two pages that people wait for need a score for speed. */
const LEAST = { accessibility: 100, 'best-practices': 100, seo: 100 }
const FAST = { '/': 95, '/sign-in': 95 }

buildIfStale()
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const chrome = await launch({
  chromePath: process.env.CHROME_PATH ?? getBrowser(),
  chromeFlags: [
    '--headless=new',
    ...asRoot,
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const rows = await withProduction((origin) => measureAll(origin)).finally(() => chrome.kill())
console.table(Object.fromEntries(rows.map(({ page, missed, ...scores }) => [page, scores])))

const missed = rows.flatMap(({ page, missed }) => missed.map((audit) => `${page}: ${audit}`))
for (const line of missed) console.log(line)
process.exitCode = missed.length > 0 ? 1 : 0

async function measureAll(origin) {
  const pages = process.argv[2] ? process.argv.slice(2) : PUBLIC
  const measured = []
  for (const page of pages) {
    const runs = []
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(origin + page))
    measured.push(judge(page, runs))
  }
  return measured
}

async function measure(url) {
  const { lhr } = await lighthouse(url, {
    port: chrome.port,
    logLevel: 'error',
    onlyCategories: ['performance', ...Object.keys(LEAST)],
  })
  return lhr
}

/** Returns the medians of the runs, and every score below the least one. */
function judge(page, runs) {
  const score = (category) => median(runs.map(({ categories }) => Math.round(categories[category].score * 100)))
  const least = { ...LEAST, ...(FAST[page] && { performance: FAST[page] }) }
  const shift = Math.max(...runs.map(({ audits }) => audits['cumulative-layout-shift'].numericValue))
  const short = Object.entries(least).filter(([category, most]) => score(category) < most)
  return {
    page,
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best practices': score('best-practices'),
    seo: score('seo'),
    'largest paint (ms)': median(runs.map(({ audits }) => Math.round(audits['largest-contentful-paint'].numericValue))),
    'layout shift': shift,
    // Far below 1000, the machine was busy and the speed of the page means little.
    machine: median(runs.map(({ environment }) => Math.round(environment.benchmarkIndex))),
    missed: [
      ...short.map(
        ([category, most]) =>
          `${category} is ${score(category)}, not ${most}: ${failedAudits(runs[0], category).join(', ')}`,
      ),
      ...(shift > 0 ? [`the layout shifts by ${shift}`] : []),
    ],
  }
}

function failedAudits({ categories, audits }, category) {
  return categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => id)
}

function median(values) {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]
}
