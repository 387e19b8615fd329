/** A request's body, never more of it than is taken. */
import { fail } from '../../core/errors.ts'
import { requestLimit } from '../../request/read-json.ts'

/** Reads the exact bytes. Throws `request-too-large` as soon as that is certain: before reading, where the length is given. */
export async function readBody(request: Request): Promise<Uint8Array> {
  const announced = request.headers.get('content-length')
  if (announced !== null && Number(announced) > requestLimit) throw tooLarge()
  if (announced !== null) return new Uint8Array(await request.arrayBuffer())
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > requestLimit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge() {
  return fail(
    'request-too-large',
    `The request is longer than ${requestLimit} bytes.`,
    'Cut the batch into several, or run the action with mode: plan.',
  )
}
