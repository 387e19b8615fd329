/**
 * Loaded into the program under test before the program itself (`node --import`): it lets time run faster, refuses one
 * connection, and kills the process, for good and without a word, at one write of the journal. The program has no switch
 * for any of this.
 */
import child from 'node:child_process'
import http from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { type ChildPlan, requestOf, stepOf } from './plan.ts'

/**
 * What guards against a far side that hangs is hastened less, and only where one does: a busy machine is slow, and what it
 * takes long for is no fault.
 */
const guardSpeed = 8
/** Milliseconds that one git process may take. */
const gitTimeout = 120_000

const plan = JSON.parse(process.env.FAULT_PLAN ?? 'null') as ChildPlan | null
if (plan) {
  hasten(plan)
  if (plan.crash) {
    watchSqlite(plan)
    if (process.env.REDIS_URL !== undefined) watchRedis((await import('./redis-writes.ts')).redisWrites(), plan)
  }
  if (plan.killAtWrite !== undefined) countWrites(plan.killAtWrite)
  if (plan.refuse) refuseOnce(plan)
  syncBuiltinESMExports()
}

function die(): void {
  process.kill(process.pid, plan?.signal ?? 'SIGKILL')
}

/** Every wait lasts `1/speed`, and the clock runs on accordingly: 90 s of promise in a few. */
function hasten({ epoch, speed, hangs }: ChildPlan): void {
  const ofGuards = hangs ? Math.min(speed, guardSpeed) : 1
  const { now } = Date
  Date.now = () => Math.floor(epoch + (now() - epoch) * speed)
  const { setTimeout: timeout, setInterval: interval } = globalThis
  const faster = <T extends (...args: never[]) => unknown>(timer: T) =>
    Object.assign((work: () => void, ms = 0, ...args: unknown[]) => {
      const isGuard = timer === (timeout as unknown) && ms >= gitTimeout
      const wait = ms / (isGuard ? ofGuards : speed)
      return (timer as unknown as (...all: unknown[]) => unknown)(work, wait, ...args)
    }, timer)
  globalThis.setTimeout = faster(timeout) as unknown as typeof timeout
  globalThis.setInterval = faster(interval) as unknown as typeof interval
  const abortAfter = AbortSignal.timeout.bind(AbortSignal)
  AbortSignal.timeout = (ms) => abortAfter(Math.ceil(ms / ofGuards))
}

/** A write to the journal that a plan can name. */
export interface Write {
  readonly kind: 'intent' | 'result' | 'end'
  readonly step: string
}

/** Which moments of which write are deadly. */
function deadly({ crash, effect }: ChildPlan, { kind, step }: Write): 'before' | 'after' | undefined {
  if (crash === 'before reply') return kind === 'end' ? 'after' : undefined
  if (effect === 'done') {
    if (kind !== 'end') return undefined
    return crash === 'before intent' ? 'before' : crash === 'after result' ? 'after' : undefined
  }
  if (step !== stepOf[effect]) return undefined
  if (kind === 'intent') return crash === 'before intent' ? 'before' : crash === 'after intent' ? 'after' : undefined
  if (kind === 'result')
    return crash === 'response received' ? 'before' : crash === 'after result' ? 'after' : undefined
  return undefined
}

function watchSqlite(plan: ChildPlan): void {
  const { prepare } = DatabaseSync.prototype
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string): StatementSync {
    const statement = prepare.call(this, sql)
    const kind = kindOf(sql)
    if (!kind) return statement
    const run = statement.run.bind(statement) as (...values: unknown[]) => unknown
    const watched = (...values: unknown[]) => {
      const moment = deadly(plan, { kind, step: String(values[1]) })
      if (moment === 'before') die()
      const outcome = run(...values)
      if (moment === 'after') die()
      return outcome
    }
    return Object.assign(statement, { run: watched })
  }
}

/** Every statement that is run and every batch of statements counts, reads aside. */
function countWrites(deadly: number): void {
  let left = deadly
  const count = (sql: string) => {
    if (/^\s*(SELECT|PRAGMA \w+\s*$)/i.test(sql)) return
    if (--left === 0) die()
  }
  const { prepare, exec } = DatabaseSync.prototype
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
    count(sql)
    exec.call(this, sql)
  }
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string): StatementSync {
    const statement = prepare.call(this, sql)
    const run = statement.run.bind(statement) as (...values: unknown[]) => unknown
    return Object.assign(statement, {
      run: (...values: unknown[]) => {
        count(sql)
        return run(...values)
      },
    })
  }
}

function kindOf(sql: string): Write['kind'] | undefined {
  if (/INTO steps SELECT \?, \?, 'intent'/.test(sql)) return 'intent'
  if (/INTO steps SELECT \?, \?, 'done'/.test(sql)) return 'result'
  return /UPDATE batches SET state = 'done'/.test(sql) ? 'end' : undefined
}

function watchRedis(writeOf: (text: string) => Write | undefined, plan: ChildPlan): void {
  const { write } = Socket.prototype
  Socket.prototype.write = function (this: Socket, ...args: Parameters<typeof write>): boolean {
    const text = Buffer.from(args[0] as string).toString('latin1')
    const found = writeOf(text)
    const moment = found && deadly(plan, found)
    if (moment === 'before') die()
    if (moment === 'after') this.prependOnceListener('data', die)
    return write.apply(this, args)
  } as typeof write
}

/** Port 1: nobody listens there. */
const nowhere = (address: string) => address.replace(/^(http:\/\/127\.0\.0\.1):\d+/, '$1:1')

function refuseOnce({ effect }: ChildPlan): void {
  if (effect === 'done') return
  const { server, path } = requestOf[effect]
  let left = 1
  const { request } = http
  http.request = ((address: string, options: http.RequestOptions, ...more: never[]) => {
    const hit = left > 0 && server !== 'git' && options.method === 'POST' && path.test(new URL(address).pathname)
    if (hit) left--
    return request(hit ? nowhere(address) : address, options, ...more)
  }) as typeof request
  const { spawn } = child
  child.spawn = ((command: string, args: readonly string[], ...more: never[]) => {
    const hit = left > 0 && server === 'git' && args.includes('push')
    if (hit) left--
    return spawn(command, hit ? args.map(nowhere) : args, ...more)
  }) as typeof spawn
}
