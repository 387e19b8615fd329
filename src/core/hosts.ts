/** Names of hosts, as lists of them are written: `jira.example.com`, `*.example.com`. */

/** A host name as names are compared: lower case, without the dot at its end. */
export const foldedHost = (host: string) => host.toLowerCase().replace(/\.+$/, '')

/** Does `host` match one of the exact names and `*.suffix` patterns? */
export function matchesHost(host: string, patterns: readonly string[]): boolean {
  const name = foldedHost(host)
  return patterns.some((pattern) =>
    pattern.startsWith('*.') ? name.endsWith(foldedHost(pattern.slice(1))) : name === foldedHost(pattern),
  )
}
