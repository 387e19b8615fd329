/** A furnished world for end-to-end tests: one token each, project SEC, a repository with a few manifests, and requests for it. */
import { SignJWT } from 'jose'
import { startWorld, type World, type WorldOptions } from './world.ts'

export const secret = 'a secret for tests only, long enough for HS256'
export const githubToken = 'ghp_canaryGitHubToken00000000000000000001'
export const jiraToken = 'canary-jira-token-0000000000000000000002'
export const jiraEmail = 'dev@example.com'
export const secrets = [secret, githubToken, jiraToken]

export const appFiles: Readonly<Record<string, string>> = {
  'package.json': '{\n  "dependencies": {\n    "lodash": "^4.17.19",\n    "left-pad": "1.3.0"\n  }\n}\n',
  'requirements.txt': '# pinned\nrequests==2.31.0  # exporter\n',
  'services/api/go.mod': 'module example.com/api\n\ngo 1.22\n\nrequire golang.org/x/net v0.17.0\n',
  '.github/workflows/ci.yml': 'on: push\n',
}

/** Starts a world with `acme/app` in it. */
export async function openScene(options: WorldOptions = {}): Promise<World> {
  const world = await startWorld(options)
  world.github.addToken(githubToken)
  world.jira.addToken(jiraToken, { email: jiraEmail })
  world.jira.addProject('SEC')
  await world.github.addRepository('acme/app', appFiles)
  return world
}

export interface Wish {
  readonly name?: string
  readonly from?: string
  readonly to?: string
  readonly item?: Readonly<Record<string, unknown>>
  readonly issue?: Readonly<Record<string, unknown>>
  readonly pull?: Readonly<Record<string, unknown>>
}

const lodash: Required<Pick<Wish, 'name' | 'from' | 'to'>> = { name: 'lodash', from: '4.17.19', to: '4.17.21' }

/** A request for these wishes; with none, for lodash in `acme/app`. Credentials stand in it, as callers send them. */
export function requestFor(
  world: World,
  wishes: readonly Wish[] = [{}],
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const full = wishes.map((wish) => ({ ...lodash, ...wish }))
  const versions = ({ name, from, to }: (typeof full)[number]) => ({
    package_name: name,
    current_version: from,
    safe_version: to,
  })
  return {
    items: full.map((wish) => ({ ...versions(wish), severity: 'high', ...wish.item })),
    repo_url: `${world.github.url}/acme/app`,
    github_pat: githubToken,
    jira_issue_requests: full.map(({ name, to, issue }) => ({
      server_url: world.jira.url,
      email: jiraEmail,
      pat: jiraToken,
      api_version: '3',
      fields: {
        project: { key: 'SEC' },
        issuetype: { name: 'Task' },
        summary: `Raise ${name} to ${to}`,
        description: 'Fixes a hole.',
      },
      ...issue,
    })),
    github_pr_requests: full.map((wish) => ({
      ...versions(wish),
      branch_name: `fix/{{jira_key}}-${wish.name.replace(/[^a-z0-9]+/gi, '-')}`,
      title: `{{jira_key}}: raise ${wish.name}`,
      body: 'Fixes a hole. {{jira_key}}',
      ...wish.pull,
    })),
    ...more,
  }
}

/** A valid token of a caller. */
export function tokenFor(
  claims: Readonly<Record<string, unknown>> = {},
  key = secret,
  expires = '5m',
): Promise<string> {
  return new SignJWT({ sub: 'tests', ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(key))
}
