/** Requests as bytes on a socket: what no well-behaved client would send. */
import { connect } from 'node:net'

/** Sends bytes as they are; answers all that comes back until the server closes, or nothing comes for `patience` ms. */
export function sendRaw(port: number, text: string, patience = 3_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'))
    let answer = ''
    const end = () => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(patience, end)
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
    })
    const gone = ['ECONNRESET', 'EPIPE']
    socket.on('error', (error: NodeJS.ErrnoException) => (gone.includes(error.code ?? '') ? end() : reject(error)))
    socket.on('close', end)
  })
}

/** The status codes of all answers in what came back. */
export const statuses = (answer: string) => [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]))

/** The body of the one answer that came back, as JSON. */
export const bodyOf = (answer: string) => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4)) as unknown
