/** Faults of a request: where, what was expected, what to do. Values are never repeated: one of them may be a credential. */
import { type Failure, fail } from '../core/errors.ts'

export interface Fault {
  /** JSON Pointer (RFC 6901) into the request; empty for the whole. */
  readonly pointer: string
  readonly expected: string
  readonly hint: string
  /** `shape`: not what the schema says. `rule`: well-formed, but a value that is never accepted (a path outside, `ext::`). */
  readonly kind: 'shape' | 'rule'
}

/** `/items/0/safe_version` from path segments. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

const shown = 50

/** One Failure for all faults. 400 for shape, 422 when all are rules. */
export function requestInvalid(faults: readonly Fault[]): Failure {
  const lines = faults
    .slice(0, shown)
    .map(({ pointer, expected, hint }) => `${pointer || '(the request)'}: expected ${expected}. ${hint}`)
  const more = faults.length > shown ? [`… and ${faults.length - shown} more.`] : []
  const code = faults.every(({ kind }) => kind === 'rule') ? 'request-refused' : 'request-invalid'
  const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`
  return fail(
    code,
    `The request has ${count}; nothing was contacted.\n${[...lines, ...more].map((line) => `  ${line}`).join('\n')}`,
    'Correct the request and send it again.',
    { faults: faults.length },
    faults,
  )
}

/** The faults that a Failure of `requestInvalid` was made of. */
export function faultsOf(failure: Failure): readonly Fault[] {
  return Array.isArray(failure.cause) ? (failure.cause as Fault[]) : []
}
