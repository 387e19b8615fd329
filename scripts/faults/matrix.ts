/** Which cells there are, and how lanes share them. */
import { type Cell, type CellOptions, runCell, type Verdict } from './cell.ts'
import { Lane, type Pace } from './lane.ts'
import { crashPoints, effects, faultNames } from './plan.ts'

/** All cells that mean something: the end of a batch sends no request, so no fault can strike it. */
export function allCells(): Cell[] {
  const far = effects.filter((effect) => effect !== 'done')
  const cells = far.flatMap((effect) =>
    crashPoints.flatMap((crash) => faultNames.map((fault): Cell => ({ effect, crash, fault }))),
  )
  const ends = (['before intent', 'after result', 'before reply'] as const).map(
    (crash): Cell => ({ effect: 'done', crash, fault: 'none' }),
  )
  return [...cells, ...ends]
}

/** A stride that has no factor in common with the matrix, so that effects, crash points and faults all come in turn. */
const stride = 131

/** So many of the cells, the same ones each time, spread over effects, crash points and faults. */
export function sampleCells(size = allCells().length): Cell[] {
  const cells = allCells()
  return Array.from({ length: size }, (_, index) => cells[(index * stride) % cells.length] as Cell)
}

export interface MatrixOptions {
  readonly lanes: number
  /** How many times faster than the machine's clock. */
  readonly speed: number
  /** What is special to a lane, by its number from 0. */
  readonly laneOptions?: (lane: number) => CellOptions
  /** Hears of each verdict; of an unclear one twice, as the cell is run again. */
  readonly told?: (verdict: Verdict, isUnclear: boolean) => void
}

/** The world stood still for so long (milliseconds of the matrix' time) that what it does late came later than meant. */
const tooLong = 15_000

/** What went wrong against the promise is never unclear, unless the world was out of time. */
function isUnclear({ trouble, standstill, duplicated, wrong }: Verdict): boolean {
  return standstill > tooLong || (trouble !== undefined && duplicated.length + wrong.length === 0)
}

/** How much more slowly an unclear cell is run again, and with how many fewer lanes. */
const slower = { speed: 4, lanes: 2 }

export interface MatrixRun {
  readonly verdicts: readonly Verdict[]
  /** How many cells a busy machine left unclear, so that they were run again more slowly: the second verdict counts. */
  readonly repeated: number
}

/** Runs the cells in so many lanes. */
export async function runMatrix(cells: readonly Cell[], options: MatrixOptions): Promise<MatrixRun> {
  const first = await runCells(cells, {
    ...options,
    told: (verdict) => options.told?.(verdict, isUnclear(verdict)),
  })
  const unclear = first.filter(isUnclear).map(({ cell }) => cell)
  const again = await runCells(unclear, {
    ...options,
    lanes: Math.ceil(options.lanes / slower.lanes),
    speed: options.speed / slower.speed,
  })
  return { verdicts: [...first.filter((verdict) => !isUnclear(verdict)), ...again], repeated: unclear.length }
}

async function runCells(cells: readonly Cell[], options: MatrixOptions): Promise<Verdict[]> {
  const pace: Pace = { epoch: Date.now(), speed: options.speed }
  const waiting = [...cells]
  const verdicts: Verdict[] = []
  const work = async (number: number) => {
    const lane = await Lane.open(pace)
    try {
      for (let cell = waiting.shift(); cell; cell = waiting.shift()) {
        const verdict = await runCell(lane, cell, options.laneOptions?.(number))
        verdicts.push(verdict)
        options.told?.(verdict, false)
      }
    } finally {
      await lane.close()
    }
  }
  await Promise.all(Array.from({ length: Math.min(options.lanes, cells.length) }, (_, number) => work(number)))
  return verdicts
}
