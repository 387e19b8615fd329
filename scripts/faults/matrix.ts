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

/** Some of the cells, the same ones each time, spread over effects, crash points and faults. */
export function sampleCells(size: number): Cell[] {
  const cells = allCells()
  return Array.from({ length: size }, (_, index) => cells[(index * stride) % cells.length] as Cell)
}

export interface MatrixOptions {
  readonly lanes: number
  /** How many times faster than the machine's clock. */
  readonly speed: number
  /** What is special to a lane, by its number from 0. */
  readonly laneOptions?: (lane: number) => CellOptions
  readonly told?: (verdict: Verdict) => void
}

/** Runs the cells in so many lanes. */
export async function runMatrix(cells: readonly Cell[], options: MatrixOptions): Promise<Verdict[]> {
  const pace: Pace = { epoch: Date.now(), speed: options.speed }
  const waiting = [...cells]
  const verdicts: Verdict[] = []
  const work = async (number: number) => {
    const lane = await Lane.open(pace)
    try {
      for (let cell = waiting.shift(); cell; cell = waiting.shift()) {
        const verdict = await runCell(lane, cell, options.laneOptions?.(number))
        verdicts.push(verdict)
        options.told?.(verdict)
      }
    } finally {
      await lane.close()
    }
  }
  await Promise.all(Array.from({ length: Math.min(options.lanes, cells.length) }, (_, number) => work(number)))
  return verdicts
}
