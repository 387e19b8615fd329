/** The way out, told to someone who counts: each call (which far side, how it ended, how long) and each wait before one. */
import type { Clock } from '../core/ports.ts'
import type { UpstreamCall, UpstreamWait } from '../core/services.ts'
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

type ObserveWait = ((wait: UpstreamWait) => void) | undefined

/** `clock` for one far side's client: what it sleeps is told as waiting, also when it is woken early. */
export function waitingClock(clock: Clock, upstream: UpstreamWait['upstream'], observe: ObserveWait): Clock {
  if (!observe) return clock
  return {
    now: () => clock.now(),
    async sleep(ms, signal) {
      const began = clock.now()
      try {
        await clock.sleep(ms, signal)
      } finally {
        observe({ upstream, milliseconds: clock.now() - began })
      }
    },
  }
}
