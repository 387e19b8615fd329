/** One SNTP question (RFC 4330): how far this machine's clock is off. */
import { createSocket } from 'node:dgram'

export interface Drift {
  /** Server minus this machine, in milliseconds: positive means that this clock is behind. */
  readonly driftMs: number
  /** Epoch milliseconds, by this machine. */
  readonly checkedAt: number
}

/** Seconds between 1900 (NTP) and 1970 (Unix). */
const era = 2_208_988_800

/** Asks `server` (a host, with `:port` if it is not 123). Undefined when there is no usable answer in time. */
export function measureDrift(server: string, now: () => number, timeout = 3_000): Promise<Drift | undefined> {
  const [host = server, port = '123'] = server.split(':')
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    const sent = now()
    const end = (drift?: Drift) => {
      clearTimeout(timer)
      socket.close()
      resolve(drift)
    }
    const timer = setTimeout(end, timeout)
    socket.on('error', () => end())
    socket.on('message', (packet) => end(readAnswer(packet, sent, now())))
    socket.send(question(sent), Number(port), host, (error) => {
      if (error) end()
    })
  })
}

function question(sent: number): Buffer {
  const packet = Buffer.alloc(48)
  packet[0] = 0b00_100_011 // no leap warning, version 4, client
  writeTime(packet, 40, sent)
  return packet
}

function readAnswer(packet: Buffer, sent: number, received: number): Drift | undefined {
  const mode = (packet[0] ?? 0) & 0b111
  const stratum = packet[1] ?? 0
  if (packet.length < 48 || mode !== 4 || stratum === 0 || stratum > 15) return undefined
  const arrived = readTime(packet, 32)
  const left = readTime(packet, 40)
  return { driftMs: Math.round((arrived - sent + (left - received)) / 2), checkedAt: received }
}

function writeTime(packet: Buffer, at: number, time: number): void {
  packet.writeUInt32BE(Math.floor(time / 1000) + era, at)
  packet.writeUInt32BE(Math.floor(((time % 1000) / 1000) * 2 ** 32), at + 4)
}

function readTime(packet: Buffer, at: number): number {
  return (packet.readUInt32BE(at) - era) * 1000 + (packet.readUInt32BE(at + 4) / 2 ** 32) * 1000
}
