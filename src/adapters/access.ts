/** The port that says what tokens may do, over GitHub and Jira. Whatever is asked, nothing but reads is sent. */
import type { Access } from '../core/access.ts'
import type { Clock, Log } from '../core/ports.ts'
import { type GitHubAccessOptions, repositoryAccess } from './github/access.ts'
import type { Http } from './http.ts'
import { projectAccess } from './jira/access.ts'
import { JiraClient } from './jira/client.ts'

interface AccessOptions extends Omit<GitHubAccessOptions, 'clock' | 'logins'> {
  /** One that refuses writes. */
  readonly http: Http
  readonly clock: Clock
  readonly log: Log
  readonly signal: AbortSignal
}

/** Creates the port, which closes `http` in the end. */
export function createAccess(options: AccessOptions): Access {
  const github = { ...options, logins: new Map() }
  return {
    repository: (needs) => repositoryAccess(needs, github),
    project: (needs) => projectAccess(new JiraClient(needs.site, options), needs),
    close: () => options.http.close(),
  }
}
