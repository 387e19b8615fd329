/**
 * Where the operator's own tokens may go. A request names the hosts, and whoever may send one could name a host of theirs
 * to be sent a token that they were only to act with.
 */
import type { Config } from '../core/config.ts'
import { matchesHost } from '../core/hosts.ts'

/** Answers for a host name without a port, by what the operator has configured. */
export interface OwnHosts {
  /** May GITHUB_TOKEN (the github-token input) go there? */
  readonly github: (host: string) => boolean
  /** May JIRA_TOKEN (the jira-token input) go there? */
  readonly jira: (host: string) => boolean
}

/** Run by the vendors themselves: no caller can listen there. */
const vendors = { github: ['github.com', '*.ghe.com'], jira: ['*.atlassian.net', 'api.atlassian.com'] }

/** The hosts that the operator has named, and those of the vendors. */
export function ownHosts(
  config: Pick<Config, 'ALLOWED_HOSTS' | 'ALLOW_LOOPBACK' | 'GITHUB_API_URL' | 'GITHUB_SERVER_URL'>,
): OwnHosts {
  const { ALLOWED_HOSTS: named, ALLOW_LOOPBACK } = config
  // Tests and demonstrations: what is sent there never leaves the machine.
  const local = ALLOW_LOOPBACK ? ['127.0.0.1', '[::1]', 'localhost'] : []
  const servers = [config.GITHUB_SERVER_URL, config.GITHUB_API_URL].flatMap((url) =>
    url === undefined ? [] : hostOf(url),
  )
  const own = (patterns: readonly string[]) => (host: string) => matchesHost(host, [...named, ...local, ...patterns])
  return { github: own([...vendors.github, ...servers]), jira: own(vendors.jira) }
}

/** `https://api.tenant.ghe.com` is the API of `tenant.ghe.com`. */
const hostOf = (url: string) => new URL(url).hostname.replace(/^api\./, '')
