/** The credentials that stand in the configuration, whichever face runs. */
import type { Config } from './config.ts'
import type { Redactor } from './redact.ts'

/** Makes them known to the redactor. First of all, before anything is said. */
export function learnOwnSecrets(config: Config, redactor: Redactor): void {
  const { JWT_SECRET_KEY, SEAL_PRIVATE_KEY, STATE_KEY, STATE_KEY_OLD, GITHUB_TOKEN, JIRA_TOKEN, JIRA_EMAIL } = config
  for (const secret of [JWT_SECRET_KEY, SEAL_PRIVATE_KEY, STATE_KEY, STATE_KEY_OLD, GITHUB_TOKEN, JIRA_TOKEN])
    if (secret !== undefined) redactor.add(secret, JIRA_EMAIL)
  const secretMember = /"d"\s*:\s*"([^"]+)"/.exec(SEAL_PRIVATE_KEY ?? '')?.[1]
  if (secretMember !== undefined) redactor.add(secretMember)
  for (const url of [config.REDIS_URL, ...Object.values(config.childEnvironment)]) learnPassword(url, redactor)
}

/** The password in an address: of Redis, of a proxy. */
function learnPassword(url: string | undefined, redactor: Redactor): void {
  if (url === undefined || !URL.canParse(url)) return
  const { username, password } = new URL(url)
  if (password === '') return
  redactor.add(password)
  try {
    redactor.add(decodeURIComponent(password), decodeURIComponent(username))
  } catch {
    // Not percent-encoded: it stands there as it is.
  }
}
