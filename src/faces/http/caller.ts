/** Who calls: the token of a request, verified before anything in the body is looked at. */
import type { Log } from '../../core/ports.ts'
import { type Incoming, openRequest, type Received, requestDigest, verifyToken } from '../../request/accept.ts'
import { refusalReason, refused } from '../../request/authenticate.ts'
import type { ServerContext } from './context.ts'

/** The bearer token, or undefined. */
export function bearer(request: Request): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1]
}

/** For routes that only read: no body, so nothing to be bound to, and a token may be used again and again. */
export async function mayRead(context: ServerContext, request: Request): Promise<void> {
  const { services, log } = context
  const config = { ...context.config, REQUIRE_REQUEST_DIGEST: false, JWT_REPLAY_GUARD: false }
  await verifyToken(bearer(request), requestDigest({ text: '' }), { config, log, now: services.clock.now() })
}

/** A body need not be read for a caller without a token, but a sealed one says that its token is inside. Throws `token-refused`. */
export function requireToken({ log }: ServerContext, request: Request): void {
  if (bearer(request) !== undefined || isSealedBody(request)) return
  const failure = refused('there is none')
  log.write('warn', 'token refused', { reason: refusalReason(failure) })
  throw failure
}

/** The media type of a JWE in its compact form (RFC 7515, 9.2.1). */
const isSealedBody = (request: Request) => /^application\/jose\s*(;|$)/i.test(request.headers.get('content-type') ?? '')

/** Opens the request where it is sealed, and verifies its token. Throws `token-refused`. */
export async function admit(context: ServerContext, request: Request, body: Uint8Array): Promise<Incoming> {
  const { config, services, log, uses } = context
  const received = await opened(context, { incoming: { text: body }, jwt: bearer(request) })
  await verifyToken(received.jwt, requestDigest(received.incoming), { config, log, now: services.clock.now(), uses })
  return received.incoming
}

/** JSON begins with a brace: only what does not may be sealed, and only that is looked into before the token is verified. */
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
