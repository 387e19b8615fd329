/** A request's body, never more of it than is taken. */
import { Failure, fail } from '../../core/errors.ts'
import { requestLimit } from '../../request/read-json.ts'

/** What callers of all kinds name JSON or a sealed request, curl's own default among them. */
const types =
  /^(?:application\/(?:[\w.+-]+\+)?json|application\/jose|text\/plain|application\/octet-stream|application\/x-www-form-urlencoded)$/
const charsets = /^(?:utf-?8|us-ascii)$/

/** Told how many bytes come; throws when they are too many. */
type Take = (bytes: number) => void

/**
 * Reads the exact bytes. Throws `request-unsupported` for a body that says it is something else, and `request-too-large` as
 * soon as that is certain: before reading, where the length is given. An `AbortError` when the caller leaves before its end.
 */
export async function readBody(request: Request, take?: Take): Promise<Uint8Array> {
  checkKind(request.headers)
  const announced = request.headers.get('content-length')
  if (announced !== null && Number(announced) > requestLimit) throw tooLarge()
  const isCounted = announced === null || take !== undefined
  try {
    return isCounted ? await readChunks(request, take) : new Uint8Array(await request.arrayBuffer())
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new DOMException('the caller left', 'AbortError')
  }
}

async function readChunks(request: Request, take: Take = () => {}): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > requestLimit) throw tooLarge()
    take(chunk.byteLength)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Bytes that bodies may take together while nobody answers for them. */
export class Allowance {
  #left: number

  constructor(bytes: number) {
    this.#left = bytes
  }

  /** Runs `work`, which says what it takes; that is given back at its end. `take` throws `queue-full` when nothing is left. */
  async lend<T>(work: (take: Take) => Promise<T>): Promise<T> {
    let taken = 0
    const take = (bytes: number) => {
      if (bytes > this.#left) throw nothingLeft()
      this.#left -= bytes
      taken += bytes
    }
    try {
      return await work(take)
    } finally {
      this.#left += taken
    }
  }
}

function nothingLeft() {
  return fail(
    'queue-full',
    'More is being sent by callers with no token beside their request than this server reads at once.',
    'Send it again after the time in Retry-After, or with a token in Authorization.',
  )
}

function tooLarge() {
  return fail(
    'request-too-large',
    `The request is longer than ${requestLimit} bytes.`,
    'Cut the batch into several, or run the action with mode: plan.',
  )
}

function checkKind(headers: Headers): void {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = parameters.map((text) => /^\s*charset="?([^"]*)"?\s*$/.exec(text)?.[1]).find((name) => name)
  const isText = charset === undefined || charsets.test(charset)
  if ((type.trim() !== '' && !types.test(type.trim())) || !isText)
    throw unsupported('Its type is not one that is read.')
  const coding = headers.get('content-encoding')?.trim().toLowerCase() ?? ''
  if (coding !== '' && coding !== 'identity') throw unsupported('It is compressed.')
}

function unsupported(why: string) {
  const hint = 'Send JSON in UTF-8 as application/json, or a sealed request as application/jose, uncompressed.'
  return fail('request-unsupported', `The body cannot be read. ${why}`, hint)
}
