/**
 * How likely two samples this far apart are if both come from one distribution: the two-sample Kolmogorov–Smirnov test, with the
 * asymptotic distribution of its statistic (Press et al., Numerical Recipes, §14.3).
 */
export function sameDistribution(left: number[], right: number[]): number {
  const [a, b] = [left.toSorted(ascending), right.toSorted(ascending)]
  const size = Math.sqrt((a.length * b.length) / (a.length + b.length))
  return tail((size + 0.12 + 0.11 / size) * largestDistance(a, b))
}

/** The largest distance between two empirical distribution functions. */
function largestDistance(a: number[], b: number[]): number {
  let [i, j, distance] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i] ?? 0, b[j] ?? 0)
    while ((a[i] ?? Number.POSITIVE_INFINITY) <= value) i += 1
    while ((b[j] ?? Number.POSITIVE_INFINITY) <= value) j += 1
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length))
  }
  return distance
}

/** Kolmogorov's Q(λ) = 2 Σ (−1)^(k−1) e^(−2k²λ²). */
function tail(lambda: number): number {
  if (lambda < 0.2) return 1
  const terms = Array.from(
    { length: 100 },
    (_, index) => (index % 2 ? -1 : 1) * Math.exp(-2 * (index + 1) ** 2 * lambda ** 2),
  )
  return Math.min(1, 2 * terms.reduce((sum, term) => sum + term, 0))
}

function ascending(a: number, b: number): number {
  return a - b
}
