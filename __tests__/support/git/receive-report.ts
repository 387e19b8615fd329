/** The report of a push: `ng REF hook declined` with the reason that GitHub would have given. */

const LENGTH = 4

/** Rewrites the refusals of a receive-pack answer (pkt-lines, side-band or plain). */
export function rewriteRefusals(answer: Buffer, reasons: ReadonlyMap<string, string>): Buffer {
  const out: Buffer[] = []
  for (const line of pktLines(answer)) {
    if (line === undefined) out.push(Buffer.from('0000'))
    else if (line[0] === 1) out.push(pkt(Buffer.concat([Buffer.from([1]), rewriteRefusals(line.subarray(1), reasons)])))
    else out.push(pkt(reasoned(line, reasons)))
  }
  return Buffer.concat(out)
}

function reasoned(line: Buffer, reasons: ReadonlyMap<string, string>): Buffer {
  const ref = /^ng (\S+) hook declined\n?$/.exec(line.toString('utf8'))?.[1]
  const reason = ref === undefined ? undefined : reasons.get(ref)
  return reason === undefined ? line : Buffer.from(`ng ${ref} ${reason}\n`)
}

/** Undefined stands for a flush packet. */
function* pktLines(bytes: Buffer): Generator<Buffer | undefined> {
  let at = 0
  while (at + LENGTH <= bytes.length) {
    const size = Number.parseInt(bytes.toString('latin1', at, at + LENGTH), 16)
    if (size < LENGTH) {
      at += LENGTH
      yield undefined
    } else {
      yield bytes.subarray(at + LENGTH, at + size)
      at += size
    }
  }
}

function pkt(payload: Buffer): Buffer {
  const size = (payload.length + LENGTH).toString(16).padStart(LENGTH, '0')
  return Buffer.concat([Buffer.from(size), payload])
}
