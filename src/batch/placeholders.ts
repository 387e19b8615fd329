/** What is known of an item's effects so far, and may be named in the caller's texts. */
export interface Known {
  readonly jiraKey?: string | undefined
  readonly pullRequestUrl?: string | undefined
}

/**
 * Replaces `{{jira_key}}` and `{{pull_request_url}}` where the value is known; anything else in braces stays as it is.
 * Values are put in literally: a `$&` in a URL means nothing here.
 */
export function fillIn(text: string, known: Known): string {
  return text.replace(/\{\{\s*(jira_key|pull_request_url)\s*\}\}/g, (whole, name: string) => {
    const value = name === 'jira_key' ? known.jiraKey : known.pullRequestUrl
    return value ?? whole
  })
}

/** The branch name as a pattern for looking: a placeholder that is not known yet becomes `*`. */
export function branchPattern(branchName: string): string {
  return branchName.replace(/\{\{\s*jira_key\s*\}\}/g, '*')
}
