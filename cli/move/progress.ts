const EVERY_MS = 5_000

/** Tells how far a move is. Rates are rows a second since the table began. */
export type Progress = {
  begin: (table: string) => void
  add: (rows: number) => void
  end: () => void
}

/** Returns a progress through this many rows in all, which are told as one line every five seconds and one for each table that has rows. */
export function makeProgress(
  what: string,
  total: number,
  { say, now }: { say: (line: string) => void; now: () => number },
): Progress {
  let [table, rows, before, began, told] = ['', 0, 0, 0, 0]
  const tell = () => {
    const seconds = Math.max(now() - began, 1) / 1_000
    const share = total === 0 ? 100 : Math.floor(((before + rows) * 100) / total)
    const rate = Math.round(rows / seconds)
    say(`${what} ${table}: ${rows.toLocaleString('en')} rows, ${share} % of all, ${rate.toLocaleString('en')} rows/s`)
    told = now()
  }
  return {
    begin(name) {
      table = name
      before += rows
      rows = 0
      began = told = now()
    },
    add(more) {
      rows += more
      if (now() - told >= EVERY_MS) tell()
    },
    end() {
      if (rows > 0) tell()
    },
  }
}
