/**
 * once: recorded ?? found ?? made. The whole promise of SPEC 9 stands on this page, and so does the only `if (dryRun)` of
 * the program.
 */
import type { PlannedCall, StepName } from '../core/batch.ts'
import { asFailure, type Failure, fail } from '../core/errors.ts'
import { holding } from '../core/holding.ts'
import type { Journal, Lease, StepRecord } from '../core/journal.ts'
import type { Clock } from '../core/ports.ts'

/** One effect at a far side. `T` is plain JSON: it is what the journal keeps. */
export interface Step<T> {
  readonly name: StepName
  /**
   * Milliseconds for which the far side may still fail to show an effect that it took. 0 where doing it again is
   * harmless by nature (a push with a lease, a pull request that GitHub refuses to open twice, an upsert).
   */
  readonly settle: number
  /**
   * Another run, with which this one shares no journal, may be making this very effect until then (epoch milliseconds): it is
   * looked for so long before it is made. Absent: nobody is known to be at it.
   */
  readonly contested?: number | undefined
  /** Looks for the effect at the far side. `fresh`: do not answer from what was read at the start of the batch. */
  find(fresh: boolean): Promise<T | undefined>
  /** Names of effects of this item beside `value` that the last `find` saw. Absent: there can be no second one. */
  twins?(value: T): readonly string[]
  make(): Promise<T>
  /** What a dry run shows in place of `make`, and the value that the later steps are previewed with. */
  preview(): { readonly calls: readonly PlannedCall[]; readonly value: T }
}

/**
 * `twins`: further effects of the same step, made beyond the promise of SPEC 9: reported, never deleted. `mine`: an earlier
 * process of this very run made what is recorded or found.
 */
export type Outcome<T> =
  | {
      readonly how: 'recorded' | 'found' | 'made'
      readonly value: T
      readonly twins: readonly string[]
      readonly mine?: true
    }
  | { readonly how: 'previewed'; readonly value: T; readonly calls: readonly PlannedCall[] }

export interface OnceContext {
  readonly clock: Clock
  readonly journal: Journal
  readonly dryRun: boolean
  readonly signal: AbortSignal
  /** Absent in a dry run. */
  readonly lease?: Lease
  /** The name of this run, under which another process may have begun and may go on with it. */
  readonly run?: string
}

/** Pauses between look-ups while an effect is in doubt, in milliseconds; the last one repeats. */
const lookUpPauses = [1_000, 2_000, 4_000, 8_000, 15_000]

/** Brings one effect about, at most once. Throws the step's own Failure, `in-doubt`, or `interrupted`. */
export async function once<T>(context: OnceContext, itemKey: string, step: Step<T>): Promise<Outcome<T>> {
  const known = await context.journal.step(itemKey, step.name)
  const mine = known?.run !== undefined && known.run === context.run
  if (known?.state === 'done') return { ...(await recorded(step, known)), ...(mine ? { mine } : {}) }
  const openUntil = whenSettled(context.clock.now(), step, known)
  const found = openUntil === undefined ? await step.find(false) : await settled(context, step, openUntil)
  if (context.dryRun) return found === undefined ? previewed(step) : { how: 'found', value: found, twins: [] }
  const attempt = new Attempt(context, itemKey, step, openUntil !== undefined)
  return found === undefined ? attempt.make() : attempt.record('found', found, mine)
}

/**
 * Until when (epoch milliseconds) an earlier or another's attempt may still come to light; undefined when there is none. An
 * intent of the future (the clock was set back) is as new as now.
 */
function whenSettled<T>(now: number, step: Step<T>, known: StepRecord | undefined): number | undefined {
  const own = known && Math.min(known.at, now) + step.settle
  const others = step.contested !== undefined && step.contested > now ? step.contested : undefined
  return own === undefined ? others : Math.max(own, others ?? own)
}

/** What was made in doubt may have a twin that came to light since. That look is no reason to fail what is done. */
async function recorded<T>(step: Step<T>, known: Extract<StepRecord, { state: 'done' }>) {
  const value = known.value as T
  if (!known.doubtful || !step.twins) return { how: 'recorded', value, twins: [] } as const
  await step.find(false).catch(() => undefined)
  return { how: 'recorded', value, twins: step.twins(value) } as const
}

function previewed<T>(step: Step<T>): Outcome<T> {
  return { how: 'previewed', ...step.preview() }
}

/** The writing half of `once`. `doubtful`: an earlier attempt may still come to light, and later runs look for it. */
class Attempt<T> {
  readonly #context: OnceContext
  readonly #itemKey: string
  readonly #step: Step<T>
  #doubtful: boolean

  constructor(context: OnceContext, itemKey: string, step: Step<T>, doubtful: boolean) {
    this.#context = context
    this.#itemKey = itemKey
    this.#step = step
    this.#doubtful = doubtful
  }

  async make(): Promise<Outcome<T>> {
    const failure = await this.#try()
    if (!(failure instanceof Doubt)) return failure
    const found = await settled(this.#context, this.#step, this.#context.clock.now() + this.#step.settle)
    if (found !== undefined) return this.record('made', found)
    // It has settled and is not there: the second and last time. The first may still arrive beyond the promise.
    this.#doubtful = true
    const again = await this.#try()
    if (!(again instanceof Doubt)) return again
    throw inDoubt(this.#step.name, failure.why, again.why)
  }

  /** Writes the result down. A holder that lost its lease leaves that to the one who has it now. */
  async record(how: 'found' | 'made', value: T, mine = false): Promise<Outcome<T>> {
    const { journal, run } = this.#context
    stillHeld(this.#context)
    const twins = this.#step.twins && (how === 'found' || this.#doubtful) ? this.#step.twins(value) : []
    const isMade = how === 'made' || mine
    await journal.record(
      this.#itemKey,
      this.#step.name,
      value,
      this.#doubtful || twins.length > 0,
      isMade ? run : undefined,
    )
    return { how, value, twins, ...(mine ? { mine } : {}) }
  }

  async #try(): Promise<Outcome<T> | Doubt> {
    const { journal, run } = this.#context
    mayGoOn(this.#context)
    await journal.intend(this.#itemKey, this.#step.name, run)
    // Between the check and the intent this process may have stood still while another took the item over.
    stillHeld(this.#context)
    const made = await holding(this.#context.lease, () => this.#step.make()).then(
      (value) => ({ value }),
      (error: unknown) => asFailure(error),
    )
    if ('value' in made) return this.record('made', made.value)
    if (made.retry === 'ambiguous') return new Doubt(made)
    // It certainly did not happen. An older attempt's doubt outlives it, and an intent that stands after this lease was
    // lost is another's: only a first intent of our own is taken back.
    if (!this.#doubtful && this.#context.lease?.held() !== false) await journal.retract(this.#itemKey, this.#step.name)
    throw made
  }
}

/** The far side may or may not have taken it. */
class Doubt {
  readonly why: Failure
  constructor(why: Failure) {
    this.why = why
  }
}

function inDoubt(step: StepName, first: Failure, second: Failure): Failure {
  return fail(
    'in-doubt',
    `${first.message} It was looked for, not found, tried once more, and is in doubt again.`,
    'Run the same batch again later: it first looks whether the effect is there, and goes on from that.',
    { ...first.facts, step },
    second,
  )
}

/**
 * Looks for the effect again and again until `until` (epoch milliseconds), and once after it. A dry run makes nothing that
 * could be there twice: it looks once.
 */
async function settled<T>(context: OnceContext, step: Step<T>, until: number): Promise<T | undefined> {
  for (let round = 0; ; round++) {
    const late = context.dryRun || context.clock.now() >= until
    const found = await step.find(true)
    if (found !== undefined || late) return found
    const pause = lookUpPauses[Math.min(round, lookUpPauses.length - 1)] ?? 0
    await context.clock.sleep(Math.min(pause, Math.max(0, until - context.clock.now())), context.signal)
  }
}

function mayGoOn(context: OnceContext): void {
  if (context.signal.aborted) throw interrupted()
  stillHeld(context)
}

function stillHeld({ lease }: OnceContext): void {
  if (!lease || lease.held()) return
  throw fail(
    'already-running',
    'Another runner took this item over while this one was paused.',
    'Nothing to do: the other runner finishes it. Run the same batch again to see its result.',
  )
}

/** The failure of everything that did not begin because the run was cancelled. */
export function interrupted(): Failure {
  return fail(
    'interrupted',
    'The run was cancelled before this step.',
    'Run the same batch again: what is done is kept, and the rest goes on from here.',
  )
}
