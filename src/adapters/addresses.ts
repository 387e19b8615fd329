/**
 * Which addresses may be spoken to. The check sits where the connection is made (the socket's own name look-up, or the
 * address that git is pinned to), so a name that resolves to something else the second time gains nothing.
 */
import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { fail } from '../core/errors.ts'
import { foldedHost, matchesHost } from '../core/hosts.ts'
import { embeddedIPv4 } from './ip-text.ts'

/** All addresses of a name, as `dns.lookup` with `all` answers them. */
export type Resolve = (
  hostname: string,
  options: { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export interface AddressPolicy {
  /** Only these hosts, when not empty: `jira.example.com`, `*.example.com`. */
  readonly allowedHosts: readonly string[]
  /** 127.0.0.0/8 and ::1; for tests and demonstrations only. */
  readonly allowLoopback: boolean
  /** Strict: private ranges too. Off by default, since Jira Data Center and GitHub Enterprise Server live there. */
  readonly blockPrivate?: boolean
  /** Default: the system's. */
  readonly resolve?: Resolve
}

function listOf(networks: readonly (readonly [address: string, bits: number])[]): BlockList {
  const list = new BlockList()
  for (const [network, bits] of networks) list.addSubnet(network, bits, isIP(network) === 6 ? 'ipv6' : 'ipv4')
  return list
}

/** Never: link-local and metadata services wherever they live, this-network, multicast, documentation, reserved. */
const forbidden = listOf([
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['::', 128],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  ['fd00:ec2::', 32],
  ['fd20:ce::', 32],
])

const loopback = listOf([
  ['127.0.0.0', 8],
  ['::1', 128],
])

const privateRanges = listOf([
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['fc00::', 7],
])

/** Names of metadata services: a proxy would resolve them where this program cannot look. */
const metadataNames = new Set([
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'instance-data',
  'instance-data.ec2.internal',
])

/** May a socket be opened to this IP address (v4 or v6 text)? */
export function isAddressAllowed(
  address: string,
  policy: Pick<AddressPolicy, 'allowLoopback' | 'blockPrivate'>,
): boolean {
  const plain = address.replace(/%.*$/, '')
  const version = isIP(plain)
  if (version === 0) return false
  const family = version === 6 ? 'ipv6' : 'ipv4'
  if (forbidden.check(plain, family)) return false
  if (loopback.check(plain, family)) return policy.allowLoopback
  const inner = version === 6 ? embeddedIPv4(plain) : undefined
  if (inner !== undefined) return isAddressAllowed(inner, policy)
  return !(policy.blockPrivate && privateRanges.check(plain, family))
}

/** Does `host` stand in a list of exact names and `*.suffix` patterns? An empty list allows every host. */
export function isHostListed(host: string, allowedHosts: readonly string[]): boolean {
  return allowedHosts.length === 0 || matchesHost(host, allowedHosts)
}

/** Throws `host-not-allowed` or `address-not-allowed` for a host that may not be spoken to, as far as its text says. */
export function checkHost(hostname: string, policy: AddressPolicy): void {
  const host = foldedHost(hostname.replace(/^\[|\]$/g, ''))
  if (!isHostListed(host, policy.allowedHosts)) {
    throw fail(
      'host-not-allowed',
      `Host "${host}" is not on the list of allowed hosts.`,
      'Add it to allowed-hosts (ALLOWED_HOSTS) if it is yours.',
      { host },
    )
  }
  if (isIP(host) && !isAddressAllowed(host, policy)) throw addressNotAllowed(host)
  if (metadataNames.has(host)) throw addressNotAllowed(host)
  if (!policy.allowLoopback && /(^|\.)localhost$/.test(host)) throw addressNotAllowed(host)
}

/** The failure of an address that is never contacted. */
export function addressNotAllowed(host: string) {
  return fail(
    'address-not-allowed',
    `"${host}" leads to an address that is never contacted (this machine, link-local or cloud metadata; with BLOCK_PRIVATE_ADDRESSES private ones too).`,
    'Use the public or internal name of your Jira or GitHub server.',
    { host },
  )
}

/** The socket's name look-up, refusing every answer that holds a forbidden address. */
export function guardedLookup(policy: AddressPolicy): LookupFunction {
  const resolve = policy.resolve ?? (systemLookup as Resolve)
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0)
      const bad = addresses.find(({ address }) => !isAddressAllowed(address, policy))
      if (bad) return callback(addressNotAllowed(hostname) as unknown as NodeJS.ErrnoException, '', 0)
      if (options.all) return callback(null, addresses)
      const first = addresses[0]
      callback(null, first?.address ?? '', first?.family ?? 0)
    })
  }
}

/**
 * The addresses of a host that another program is to be held to; undefined for an IP address, which needs no look-up.
 * Throws what `checkHost` throws, and the error of the look-up as it is.
 */
export async function guardedAddresses(
  hostname: string,
  policy: AddressPolicy,
): Promise<readonly string[] | undefined> {
  checkHost(hostname, policy)
  if (isIP(hostname.replace(/^\[|\]$/g, ''))) return undefined
  return new Promise((resolve, reject) => {
    guardedLookup(policy)(hostname, { all: true }, (error, addresses) => {
      if (error) reject(error)
      else resolve((addresses as LookupAddress[]).map(({ address }) => address))
    })
  })
}
