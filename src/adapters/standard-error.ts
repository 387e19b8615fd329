/**
 * Standard error as the last door: what Node's and other packages' own debugging (NODE_DEBUG, DEBUG) and warnings write
 * there, headers and commands with their credentials, goes through here too.
 */

type Write = typeof process.stderr.write

/** From now on every text written to standard error is passed through `clean` first. */
export function guardStandardError(clean: (text: string) => string): void {
  const write = process.stderr.write.bind(process.stderr) as Write
  const guarded = (chunk: string | Uint8Array, ...rest: []) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
    return write(clean(text), ...rest)
  }
  process.stderr.write = guarded as Write
}
