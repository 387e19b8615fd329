/** The way out, with every call told to someone who counts: which far side, how it ended, how long it took. */
import type { Clock } from '../core/ports.ts'
import type { UpstreamCall } from '../core/services.ts'
import type { Http } from './http.ts'

/** `http` as one far side uses it. Without `observe` it is `http` itself. */
export function measuredHttp(
  http: Http,
  upstream: UpstreamCall['upstream'],
  clock: Pick<Clock, 'now'>,
  observe: ((call: UpstreamCall) => void) | undefined,
): Http {
  if (!observe) return http
  const measured = async <T extends { readonly status: number }>(call: Promise<T>): Promise<T> => {
    const began = clock.now()
    const told = (outcome: UpstreamCall['outcome']) => observe({ upstream, outcome, milliseconds: clock.now() - began })
    try {
      const answer = await call
      told(answer.status)
      return answer
    } catch (error) {
      told('failed')
      throw error
    }
  }
  return {
    fetch: (url, init) => measured(http.fetch(url, init)),
    send: (request) => measured(http.send(request)),
    close: () => http.close(),
  }
}
