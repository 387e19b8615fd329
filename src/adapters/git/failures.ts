/** What git said, as a Failure: code, plain words, and what to do. Git's own text is cleaned before anyone sees it. */
import type { RepositoryTarget } from '../../core/batch.ts'
import { type Facts, type Failure, type FailureCode, fail } from '../../core/errors.ts'
import { printable } from './names.ts'

interface Symptom {
  readonly code: FailureCode
  readonly pattern: RegExp
  readonly message: string
  readonly hint: string
}

const symptoms: readonly Symptom[] = [
  {
    code: 'git-authentication',
    pattern: /returned error: 401|could not read (Username|Password)|Authentication failed|Invalid username or/i,
    message: 'The git host did not accept the token.',
    hint: 'Check that the token is whole, has not expired, and was made for this host.',
  },
  {
    code: 'github-rate-limited',
    pattern: /returned error: 429/,
    message: 'The git host asked to slow down.',
    hint: 'Run the same batch again in a few minutes.',
  },
  {
    code: 'git-authentication',
    pattern: /returned error: 403|Permission to .+ denied|Write access to repository not granted/i,
    message: 'The token may not do this in the repository.',
    hint: 'Give the token "Contents: read and write" for the repository and, where the organisation uses it, authorise it for SSO.',
  },
  {
    code: 'redirected',
    pattern: /returned error: 30\d|unable to update url base from redirection|unable to follow redirect/i,
    message: 'The repository address answers with a redirect, which is not followed with a token.',
    hint: 'Use the address the repository has now; it was renamed or moved.',
  },
  {
    code: 'repository-not-found',
    pattern:
      /returned error: 404|repository '[^']*' not found|Repository not found|does not appear to be a git repository/i,
    message: 'The repository was not found.',
    hint: 'Check owner and name. A private repository that the token may not see looks the same.',
  },
  {
    code: 'github-unavailable',
    pattern: /returned error: 5\d\d/,
    message: 'The git host answered with a server error.',
    hint: 'Run the same batch again; see the status page of the host if it stays.',
  },
  {
    code: 'git-failed',
    pattern:
      /SSL certificate|certificate verif|unable to get local issuer|SSL_ERROR|error setting certificate|TLS connect error/i,
    message: 'The certificate of the git host was not accepted.',
    hint: 'If the host uses a private authority, name its certificate file in NODE_EXTRA_CA_CERTS.',
  },
  {
    code: 'timed-out',
    pattern: /Operation too slow|timed? ?out/i,
    message: 'The transfer with the git host stood still and was given up.',
    hint: 'Run it again; if it stays, look at the network path to the git host.',
  },
  {
    code: 'connection-refused',
    pattern:
      /Could not resolve (host|proxy)|Failed to connect|Couldn't connect|Connection refused|CONNECT tunnel failed/i,
    message: 'The git host could not be reached.',
    hint: 'Check the host name, and https_proxy and NO_PROXY if there is a proxy.',
  },
  {
    code: 'answer-malformed',
    pattern: /not valid: is this a git repository|bad line length|protocol error|invalid info\/refs/i,
    message: 'What answers at the repository address does not speak git.',
    hint: 'Check the address, and whether a proxy or a login page answers in its place.',
  },
  {
    code: 'connection-lost',
    pattern:
      /RPC failed|hung up unexpectedly|early EOF|unexpected disconnect|Empty reply|Recv failure|Send failure|Connection reset|transfer closed|expected flush|invalid server response/i,
    message: 'The connection to the git host broke off.',
    hint: 'Run the same batch again.',
  },
  {
    code: 'git-failed',
    pattern: /No space left on device|Disk quota exceeded/i,
    message: 'There is no room left for the temporary repository.',
    hint: 'Free some space on the temporary directory, or point it at a larger disk.',
  },
]

/** Git's text on one line, without credentials: userinfo, header-like text and the token in every form are taken out. */
export function cleanGitText(text: string, target: RepositoryTarget, limit = 300): string {
  const token = target.token.reveal()
  const forms = [
    token,
    encodeURIComponent(token),
    Buffer.from(`x-access-token:${token}`).toString('base64'),
    Buffer.from(token).toString('base64'),
  ]
  let clean = text
  for (const form of forms) if (form.length >= 4) clean = clean.replaceAll(form, '***')
  // Far more than is shown: the patterns are not to be tried on whatever a remote may write.
  clean = clean
    .slice(0, 10 * limit)
    .replace(/(\w+:\/\/)[^\s/@]+@/g, '$1***@')
    .replace(/\b((?:proxy-)?authorization|x-[\w-]*token|cookie)\b\s*[:=].*/gi, '$1: ***')
    .replace(/\b(basic|bearer|token)\s+[\w+/=.~-]{8,}/gi, '$1 ***')
  return printable(clean, limit)
}

/** The lines that say why: `fatal:`, `error:` and what the remote said, without progress. */
function reasons(stderr: string): string {
  const lines = stderr.split(/[\r\n]+/).filter((line) => /^(fatal|error|remote):/.test(line))
  return lines.filter((line) => !/^remote: *$/.test(line)).join('; ')
}

/** Characters of a line that are looked into: git's own words are at its beginning. */
const longestLine = 1000

/** The Failure for a git process that ended badly while it talked to `target`, or worked on what came from there. */
export function gitFailure(command: string, stderr: string, target: RepositoryTarget, more: Facts = {}): Failure {
  const said = stderr.replace(/[^\r\n]+/g, (line) => line.slice(0, longestLine))
  const symptom = symptoms.find(({ pattern }) => pattern.test(said))
  const says = cleanGitText(reasons(stderr), target)
  const facts: Facts = { repository: target.url, command: `git ${command}`, ...(says ? { git: says } : {}), ...more }
  if (symptom) return fail(symptom.code, symptom.message, symptom.hint, facts)
  return fail(
    'git-failed',
    `git ${command} failed.`,
    'Run it again with LOG_LEVEL=debug; the fact named git holds what git itself said.',
    facts,
  )
}
