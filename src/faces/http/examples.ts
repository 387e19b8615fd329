/** Requests to try things with. The credentials in them are none. */

const versions = { package_name: 'lodash', current_version: '4.17.19', safe_version: '4.17.21' }

/** The request of the Python service, in its words and with its members. */
export const pythonExample = {
  vulnerabilities: [
    {
      ...versions,
      severity: 'high',
      cve: 'CVE-2021-23337',
      description: 'Command injection in lodash.template.',
      advisory_link: 'https://github.com/advisories/GHSA-35jh-r3h4-6jhm',
    },
  ],
  repo_url: 'https://github.com/your-org/your-repo',
  github_pat: 'your-github-token',
  jira_issue_requests: [
    {
      server_url: 'https://jira.example.com',
      pat: 'your-jira-token',
      api_version: '2',
      fields: {
        project: { key: 'SEC' },
        issuetype: { name: 'Bug' },
        summary: 'Raise lodash to 4.17.21',
        description: 'CVE-2021-23337 is fixed in 4.17.21.',
      },
    },
  ],
  github_pr_requests: [
    {
      ...versions,
      repo_url: 'https://github.com/your-org/your-repo',
      github_pat: 'your-github-token',
      branch_name: 'defect/{{jira_key}}',
      base_branch: 'main',
      title: 'Raise lodash to 4.17.21',
      body: 'Fixes CVE-2021-23337.',
      dependency_files: ['package.json'],
    },
  ],
  jira_comment_requests: [
    {
      server_url: 'https://jira.example.com',
      pat: 'your-jira-token',
      issue_key: '',
      body: 'Opened {{pull_request_url}}',
    },
  ],
  dry_run: false,
}

const { vulnerabilities, jira_comment_requests: _, ...rest } = pythonExample

/** The same for a first try: shorter, with the newer name, and without effects. */
export const dryRunExample = { items: vulnerabilities, ...rest, dry_run: true }
