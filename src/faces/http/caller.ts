/** Who calls: the token of a request, verified before anything in the body is looked at. */
import type { Log } from '../../core/ports.ts'
import {
  bindToken,
  type Incoming,
  openRequest,
  type Received,
  requestDigest,
  verifyBeforeBody,
  verifyToken,
} from '../../request/accept.ts'
import type { Claims } from '../../request/authenticate.ts'
import { readBody } from './body.ts'
import type { ServerContext } from './context.ts'

/** The bearer token, or undefined. */
function bearer(request: Request): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1]
}

/** For routes that only read: no body, so nothing to be bound to, and a token may be used again and again. */
export function mayRead(context: ServerContext, request: Request): Promise<Claims> {
  const { services, log } = context
  const config = { ...context.config, REQUIRE_REQUEST_DIGEST: false, JWT_REPLAY_GUARD: false }
  return verifyToken(bearer(request), requestDigest({ text: '' }), { config, log, now: services.clock.now() })
}

/**
 * The request of a caller who may send one. Its body is read only when the token holds in every other way: what nobody may
 * send takes no memory. The token is bound to the exact bytes of the body; a sealed request's own, where it has one, to the
 * value inside. Throws `token-refused`, and what `readBody` throws.
 */
export async function admit(context: ServerContext, request: Request): Promise<Incoming> {
  const { config, services, log, uses } = context
  const verification = { config, log, now: services.clock.now(), uses }
  const jwt = bearer(request)
  if (jwt === undefined && saysItIsSealed(request)) {
    return context.unverified.lend(async (take) => {
      const received = await opened(context, { incoming: { text: await readBody(request, take) }, jwt })
      await verifyToken(received.jwt, requestDigest(received.incoming), verification)
      return received.incoming
    })
  }
  const claims = await verifyBeforeBody(jwt, verification)
  const sent = { text: await readBody(request) }
  const received = await opened(context, { incoming: sent, jwt })
  if (received.jwt === jwt) await bindToken(claims, requestDigest(sent), verification)
  else await verifyToken(received.jwt, requestDigest(received.incoming), verification)
  return received.incoming
}

/** The media type of a JWE in its compact form (RFC 7515, 9.2.1): its token may be inside. */
const saysItIsSealed = (request: Request) =>
  /^application\/jose\s*(;|$)/i.test(request.headers.get('content-type') ?? '')

/** JSON begins with a brace: only what does not may be sealed. */
async function opened(context: ServerContext, received: Received): Promise<Received> {
  const { incoming } = received
  if ('text' in incoming && /^\s*\{/.test(Buffer.from(incoming.text.slice(0, 64)).toString('latin1'))) return received
  const { redactor } = context.services.scope()
  return openRequest(received, { config: context.config, redactor, log: context.log })
}

/** Standing warnings are for the start of a server, not for every request: only lines with facts come through. */
export function withoutStandingWarnings(log: Log): Log {
  return { write: (level, message, facts) => void (facts && log.write(level, message, facts)) }
}
