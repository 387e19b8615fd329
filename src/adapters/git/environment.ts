/**
 * What a git process is told besides its arguments. Nothing is inherited: the environment is made here, whole, so that no
 * hook, helper, trace or configuration of the machine takes part, and a credential is in the environment only.
 */
import type { RepositoryTarget } from '../../core/batch.ts'

/** What of the machine's environment a git process may know. */
const passed = [
  'PATH',
  'SystemRoot',
  'http_proxy',
  'https_proxy',
  'HTTPS_PROXY',
  'no_proxy',
  'NO_PROXY',
  'SSL_CERT_DIR',
]
/** In order of preference: git takes one file. */
const authorities = ['GIT_SSL_CAINFO', 'SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS']

/** Seconds without a byte after which git gives a transfer up. */
const stalledAfter = 45

export interface GitPlace {
  /** An own empty directory: home, temporary files and working directory of the process. */
  readonly home: string
  readonly gitDir: string
}

/** Whether git would go through a proxy, which resolves names itself. */
export function hasProxy(machine: Readonly<Record<string, string>>): boolean {
  return ['http_proxy', 'https_proxy', 'HTTPS_PROXY'].some((name) => machine[name])
}

type Config = readonly (readonly [key: string, value: string])[]

const quiet: Config = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.askPass', ''],
  ['core.autocrlf', 'false'],
  ['core.attributesFile', '/dev/null'],
  ['credential.helper', ''],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['fastimport.unpackLimit', '1000000'],
  ['fetch.unpackLimit', '1'],
  ['fetch.recurseSubmodules', 'false'],
  ['fetch.fsckObjects', 'false'],
  ['submodule.recurse', 'false'],
  ['push.recurseSubmodules', 'no'],
  ['push.followTags', 'false'],
  ['push.gpgSign', 'false'],
  ['push.negotiate', 'false'],
  ['commit.gpgSign', 'false'],
  ['transfer.advertiseSID', 'false'],
  ['transfer.bundleURI', 'false'],
  ['advice.pushUpdateRejected', 'false'],
  ['advice.pushFetchFirst', 'false'],
  ['protocol.allow', 'never'],
]

/** `host:port:address,…` as curl takes it: git resolves names itself, and is held to what our own look-up found. */
function pinned(target: RepositoryTarget, addresses: readonly string[]): Config {
  if (addresses.length === 0) return []
  const { hostname, port, protocol } = new URL(target.url)
  const list = addresses.map((address) => (address.includes(':') ? `[${address}]` : address)).join(',')
  return [['http.curloptResolve', `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}:${list}`]]
}

function networkConfig(target: RepositoryTarget, addresses: readonly string[]): Config {
  const scheme = target.url.toLowerCase().startsWith('https:') ? 'https' : 'http'
  const basic = Buffer.from(`x-access-token:${target.token.reveal()}`).toString('base64')
  return [
    [`protocol.${scheme}.allow`, 'always'],
    ['protocol.version', '2'],
    // A followed redirect would carry the header to the other host.
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', String(stalledAfter)],
    // Up to this many bytes a push is one request instead of a probe and a chunked one.
    ['http.postBuffer', String(16 * 1024 * 1024)],
    // The empty one takes back whatever other configuration had put there; two lines would be refused by GitHub.
    ['http.extraHeader', ''],
    [`http.${target.url}.extraHeader`, `Authorization: Basic ${basic}`],
    ...pinned(target, addresses),
  ]
}

function configVariables(config: Config): Record<string, string> {
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(config.length) }
  for (const [i, [key, value]] of config.entries()) {
    variables[`GIT_CONFIG_KEY_${i}`] = key
    variables[`GIT_CONFIG_VALUE_${i}`] = value
  }
  return variables
}

/**
 * The environment of one git process. With a `target` it may talk to that repository, as its token; without, every
 * protocol is off and no credential is in it. `addresses` are the only ones that the target's name may mean; none: any.
 */
export function gitEnvironment(
  place: GitPlace,
  machine: Readonly<Record<string, string>>,
  target?: RepositoryTarget,
  addresses: readonly string[] = [],
): Record<string, string> {
  const kept = passed.flatMap((name) => (machine[name] ? [[name, machine[name]] as const] : []))
  const authority = authorities.map((name) => machine[name]).find((value) => value)
  return {
    ...Object.fromEntries(kept),
    ...(authority ? { GIT_SSL_CAINFO: authority } : {}),
    HOME: place.home,
    TMPDIR: place.home,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    GIT_DIR: place.gitDir,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    // Blobs come in batches that are asked for; one that is missing is an error, not one more round trip.
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    ...configVariables(target ? [...quiet, ...networkConfig(target, addresses)] : quiet),
  }
}
