/** `once` against a far side that lags, loses answers and applies late, with a clock of its own. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type OnceContext, once, type Step } from '../../src/batch/once.ts'
import { fail } from '../../src/core/errors.ts'
import type { Journal, StepRecord } from '../../src/core/journal.ts'
import type { Clock } from '../../src/core/ports.ts'

const settle = 90_000
const key = 'a'.repeat(64)

/** The kill of a process: nothing catches it, and nothing of the run goes on. */
class Death {
  #come: () => void = () => {}
  /** Resolves when the present run dies. */
  comes(): Promise<'killed'> {
    return new Promise((resolve) => {
      this.#come = () => resolve('killed')
    })
  }
  now(): Promise<never> {
    this.#come()
    return new Promise(() => {})
  }
}

class FakeClock implements Clock {
  #now = 1_000_000
  now = () => this.#now
  sleep = async (ms: number, signal?: AbortSignal) => {
    if (signal?.aborted) throw fail('interrupted', 'The wait was cancelled.', 'Run it again.')
    this.#now += ms
  }
}

/** A journal in memory that can kill the run before or after any of its writes. */
class FakeJournal {
  readonly steps = new Map<string, StepRecord>()
  readonly #clock: Clock
  readonly #death: Death
  #writesLeft = Number.POSITIVE_INFINITY
  #after = false

  constructor(clock: Clock, death: Death) {
    this.#clock = clock
    this.#death = death
  }

  killAt(write: number, after: boolean): void {
    this.#writesLeft = write
    this.#after = after
  }

  async #write(work: () => void): Promise<void> {
    const deadly = --this.#writesLeft === 0
    if (deadly && !this.#after) await this.#death.now()
    work()
    if (deadly) await this.#death.now()
  }

  step = async (item: string, step: string) => this.steps.get(item + step)
  intend = async (item: string, step: string, run?: string) =>
    this.#write(() => this.steps.set(item + step, { state: 'intent', at: this.#clock.now(), ...(run ? { run } : {}) }))
  record = async (item: string, step: string, value: unknown, doubtful = false, run?: string) =>
    this.#write(() => {
      const at = this.#clock.now()
      this.steps.set(item + step, { state: 'done', at, value, doubtful, ...(run ? { run } : {}) })
    })
  retract = async (item: string, step: string) => this.#write(() => this.steps.delete(item + step))
}

/** What the far side does with one request. Times in milliseconds. */
interface Treatment {
  /** Undefined: never. */
  readonly appliedAfter: number | undefined
  readonly visibleAfter: number
  readonly answer: 'ok' | 'lost' | 'limited' | 'refused'
  /** The process dies as soon as the request is out. */
  readonly kills?: boolean
}

class FarSide {
  readonly requests: number[] = []
  readonly #effects: { id: number; appliedAt: number; visibleAt: number }[] = []
  readonly #clock: Clock
  readonly #death: Death
  readonly #treatments: Treatment[]

  constructor(clock: Clock, death: Death, treatments: readonly Treatment[]) {
    this.#clock = clock
    this.#death = death
    this.#treatments = [...treatments]
  }

  effects(at = this.#clock.now()): number[] {
    return this.#effects.filter(({ appliedAt }) => appliedAt <= at).map(({ id }) => id)
  }

  visible(): number[] {
    return this.#effects.filter(({ visibleAt }) => visibleAt <= this.#clock.now()).map(({ id }) => id)
  }

  async make(): Promise<number> {
    const now = this.#clock.now()
    this.requests.push(now)
    const id = this.requests.length
    const treatment = this.#treatments.shift() ?? { appliedAfter: 0, visibleAfter: 0, answer: 'ok' }
    if (treatment.appliedAfter !== undefined) {
      const appliedAt = now + treatment.appliedAfter
      this.#effects.push({ id, appliedAt, visibleAt: appliedAt + treatment.visibleAfter })
    }
    if (treatment.kills) await this.#death.now()
    if (treatment.answer === 'lost') throw fail('connection-lost', 'Lost.', 'Look.')
    if (treatment.answer === 'limited') throw fail('jira-rate-limited', 'Slower.', 'Wait.')
    if (treatment.answer === 'refused') throw fail('jira-refused', 'No.', 'Correct it.')
    return id
  }
}

interface Stage {
  readonly death: Death
  readonly clock: FakeClock
  readonly journal: FakeJournal
  readonly far: FarSide
  readonly context: OnceContext
  readonly step: Step<number>
}

function stage(treatments: readonly Treatment[] = [], more: Partial<OnceContext> = {}): Stage {
  const clock = new FakeClock()
  const death = new Death()
  const journal = new FakeJournal(clock, death)
  const far = new FarSide(clock, death, treatments)
  const context = { clock, journal: journal as unknown as Journal, dryRun: false, ...more }
  const step: Step<number> = {
    name: 'issue',
    settle,
    find: async () => far.visible()[0],
    twins: (value) =>
      far
        .visible()
        .filter((id) => id !== value)
        .map(String),
    make: () => far.make(),
    preview: () => ({ calls: [], value: 0 }),
  }
  return { death, clock, journal, far, context: { signal: new AbortController().signal, ...context }, step }
}

const run = ({ context, step }: Stage) => once(context, key, step)
const lost: Treatment = { appliedAfter: undefined, visibleAfter: 0, answer: 'lost' }
const applied: Treatment = { appliedAfter: 0, visibleAfter: 20_000, answer: 'lost' }

describe('once', () => {
  test('makes it, records it, and never asks again', async () => {
    const here = stage()
    expect(await run(here)).toEqual({ how: 'made', value: 1, twins: [] })
    expect(await run(here)).toEqual({ how: 'recorded', value: 1, twins: [] })
    expect(here.far.requests).toHaveLength(1)
  })

  test('adopts what is there', async () => {
    const here = stage([{ appliedAfter: 0, visibleAfter: 0, answer: 'ok' }])
    await here.far.make()
    expect(await run(here)).toEqual({ how: 'found', value: 1, twins: [] })
    expect(here.far.requests).toHaveLength(1)
  })

  test('does not repeat what was lost on the way back, however late it shows', async () => {
    const here = stage([applied])
    expect(await run(here)).toEqual({ how: 'made', value: 1, twins: [] })
    expect(here.far.requests).toHaveLength(1)
  })

  test('repeats what was lost on the way there, and only after the far side has settled', async () => {
    const here = stage([lost])
    expect(await run(here)).toMatchObject({ how: 'made', value: 2 })
    const [first, second] = here.far.requests as [number, number]
    expect(second - first).toBeGreaterThanOrEqual(settle)
    expect(here.journal.steps.get(`${key}issue`)).toMatchObject({ state: 'done', doubtful: true })
  })

  test('after two doubts it gives up for now, and the next run looks first', async () => {
    const here = stage([lost, { ...lost, appliedAfter: 30_000 }])
    await expect(run(here)).rejects.toMatchObject({ code: 'in-doubt' })
    expect(here.journal.steps.get(`${key}issue`)?.state).toBe('intent')
    expect(await run(here)).toMatchObject({ how: 'found', value: 2 })
    expect(here.far.requests).toHaveLength(2)
  })

  test('a refusal takes the intent back; a limit too, for it did not happen', async () => {
    for (const answer of ['refused', 'limited'] as const) {
      const here = stage([{ ...lost, answer }])
      await expect(run(here)).rejects.toMatchObject({ name: 'Failure' })
      expect(here.journal.steps.size).toBe(0)
      expect(await run(here)).toMatchObject({ how: 'made', value: 2 })
    }
  })

  test('an old doubt outlives a limit met later', async () => {
    const here = stage([
      { ...lost, appliedAfter: 500_000 },
      { ...lost, answer: 'limited' },
    ])
    await expect(run(here)).rejects.toMatchObject({ code: 'jira-rate-limited' })
    expect(here.journal.steps.get(`${key}issue`)?.state).toBe('intent')
    expect(await run(here)).toMatchObject({ how: 'made', value: 3 })
    await here.clock.sleep(500_000)
    expect(await run(here)).toEqual({ how: 'recorded', value: 3, twins: ['1'] })
  })

  test('a twin from beyond the promise is named by every later run', async () => {
    const here = stage([{ ...lost, appliedAfter: 200_000 }])
    expect(await run(here)).toMatchObject({ how: 'made', value: 2, twins: [] })
    await here.clock.sleep(200_000)
    for (let i = 0; i < 2; i++) expect(await run(here)).toEqual({ how: 'recorded', value: 2, twins: ['1'] })
  })

  test('a cancel begins nothing, and leaves a doubt standing', async () => {
    const cancel = new AbortController()
    const here = stage([lost], { signal: cancel.signal })
    cancel.abort()
    await expect(run(here)).rejects.toMatchObject({ code: 'interrupted' })
    expect(here.far.requests).toHaveLength(0)
    expect(here.journal.steps.size).toBe(0)
  })

  test('a lease that was lost: nothing is sent, and nothing is written over the other holder', async () => {
    let held = true
    const lease = { fence: 1, held: () => held, release: async () => {} }
    const here = stage([], { lease })
    const make = here.step.make
    const late = {
      ...here.step,
      make: async () =>
        make().finally(() => {
          held = false
        }),
    }
    await expect(once(here.context, key, late)).rejects.toMatchObject({ code: 'already-running' })
    expect(here.journal.steps.get(`${key}issue`)?.state).toBe('intent')
    await expect(run(here)).rejects.toMatchObject({ code: 'already-running' })
    expect(here.far.requests).toHaveLength(1)
  })

  test('what another process of this run made counts as its own, what another run made does not', async () => {
    const here = stage([], { run: 'run-1' })
    expect(await run(here)).toEqual({ how: 'made', value: 1, twins: [] })
    expect(await run(here)).toEqual({ how: 'recorded', value: 1, twins: [], mine: true })
    const other = { ...here, context: { ...here.context, run: 'run-2' } }
    expect(await run(other)).toEqual({ how: 'recorded', value: 1, twins: [] })
  })

  test('what a killed process of this run had sent is found as its own', async () => {
    const here = stage([{ appliedAfter: 0, visibleAfter: 0, answer: 'ok', kills: true }], { run: 'run-1' })
    expect(await attempt(here)).toBe('killed')
    expect(await run(here)).toEqual({ how: 'found', value: 1, twins: [], mine: true })
    expect(await run(here)).toMatchObject({ how: 'recorded', mine: true })
  })

  test('what was there before the run is found, and not its own', async () => {
    const here = stage([], { run: 'run-1' })
    await here.far.make()
    expect(await run(here)).toEqual({ how: 'found', value: 1, twins: [] })
    expect(await run(here)).toEqual({ how: 'recorded', value: 1, twins: [] })
  })

  test('a dry run makes nothing and writes nothing', async () => {
    const here = stage([], { dryRun: true })
    expect(await run(here)).toEqual({ how: 'previewed', calls: [], value: 0 })
    expect([here.far.requests.length, here.journal.steps.size]).toEqual([0, 0])
  })
})

/** A run that may die anywhere: what it was waiting for then never comes. */
function attempt(here: Stage): Promise<unknown> {
  const killed = here.death.comes()
  return Promise.race([run(here).catch((error: unknown) => error), killed])
}

test('any interleaving of kills and faults within the promise ends with exactly one effect', async () => {
  const within: fc.Arbitrary<Treatment> = fc.record({
    appliedAfter: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
    visibleAfter: fc.integer({ min: 0, max: 29_000 }),
    answer: fc.constantFrom('lost' as const, 'limited' as const),
    kills: fc.boolean(),
  })
  // A limit says that nothing happened, and the far side keeps to what it says.
  const honest = within.map((one) => (one.answer === 'limited' ? { ...one, appliedAfter: undefined } : one))
  const kills = fc.array(fc.record({ write: fc.integer({ min: 1, max: 4 }), after: fc.boolean() }), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.array(honest, { maxLength: 4 }), kills, fc.nat(40_000), async (treatments, deaths, pause) => {
      const here = stage(treatments, { run: 'run-1' })
      for (let runs = 0; runs < 12; runs++) {
        const death = deaths[runs]
        here.journal.killAt(death?.write ?? Number.POSITIVE_INFINITY, death?.after ?? false)
        const outcome = await attempt(here)
        if (typeof outcome === 'object' && outcome !== null && 'value' in outcome && !death) break
        await here.clock.sleep(pause)
      }
      await here.clock.sleep(10 * settle)
      here.journal.killAt(Number.POSITIVE_INFINITY, false)
      // However often it was killed, the run knows the effect as its own.
      expect(await run(here)).toMatchObject({ how: 'recorded', twins: [], mine: true })
      expect(here.far.effects()).toHaveLength(1)
    }),
    { numRuns: 400 },
  )
})
