/** A way out that goes nowhere: answers what it is told to. */
import { Headers, Response } from 'node-fetch'
import type { Http } from '../../../src/adapters/http.ts'

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
}

export function silentHttp(answer: (request: string) => Answer): Http {
  return {
    async fetch(url, init) {
      const { status, headers = {} } = answer(`${init.method ?? 'GET'} ${url}`)
      return new Response('{}', { status, headers })
    },
    async send({ method, url }) {
      const { status, headers = {} } = answer(`${method} ${url}`)
      return { status, headers: new Headers(headers), text: '{}' }
    },
    close() {},
  }
}
