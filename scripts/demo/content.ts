/** What the demonstration works on: three repositories, and one item for each of the seven mandatory manifests. */

/** Files by `owner/name`. */
export const repositories: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'acme/storefront': {
    'README.md': '# Storefront\n',
    'package.json': `{
  "name": "storefront",
  "private": true,
  "dependencies": {
    "express": "~4.18.2",
    "lodash": "^4.17.19"
  },
  "devDependencies": {
    "lodash": "4.17.19",
    "typescript": "5.4.5"
  }
}
`,
    'package-lock.json': '{\n  "name": "storefront",\n  "lockfileVersion": 3\n}\n',
    Gemfile: `source 'https://rubygems.org'

# Pinned after the incident in March.
gem 'rack', '~> 2.2.3' # see runbook
gem 'puma', '>= 5.6', '< 7'

group :test do
  gem 'capybara', '3.39.0'
end
`,
  },
  'acme/billing': {
    'requirements.txt': `# runtime
Django>=4.2,<5.0
requests[socks]==2.31.0 ; python_version >= "3.8"  # used by the exporter
urllib3~=1.26.5
`,
    'worker/go.mod': `module example.com/billing/worker

go 1.22

require (
	github.com/google/uuid v1.6.0
	golang.org/x/net v0.17.0 // indirect; raised by security
)
`,
  },
  'acme/ledger': {
    'pom.xml': `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme</groupId>
  <artifactId>ledger</artifactId>
  <version>2.15.2</version>
  <properties>
    <!-- one release train -->
    <jackson.version>2.15.2</jackson.version>
  </properties>
  <dependencies>
    <dependency>
      <groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId>
      <version>\${jackson.version}</version>
    </dependency>
  </dependencies>
</project>
`,
    'reports/build.gradle': `plugins { id 'java' }

dependencies {
    implementation 'org.apache.commons:commons-text:1.9' // not 1.10 yet
    implementation group: 'org.apache.commons', name: 'commons-text', version: '1.9', classifier: 'tests'
    testImplementation 'org.apache.commons:commons-text-extras:1.9'
}
`,
    'api/build.gradle.kts': `val ktorVersion = "2.3.1"

dependencies {
    implementation("io.ktor:ktor-server-core:$ktorVersion")
    implementation("io.ktor:ktor-server-netty:\${ktorVersion}")
}
`,
  },
}

interface Wanted {
  readonly repository: string
  readonly file: string
  readonly name: string
  readonly from: string
  readonly to: string
  readonly ecosystem: string
  readonly severity: string
  readonly cve: string
}

const wanted: readonly Wanted[] = [
  {
    repository: 'acme/storefront',
    file: 'package.json',
    name: 'lodash',
    from: '4.17.19',
    to: '4.17.21',
    ecosystem: 'npm',
    severity: 'high',
    cve: 'CVE-2021-23337',
  },
  {
    repository: 'acme/storefront',
    file: 'Gemfile',
    name: 'rack',
    from: '2.2.3',
    to: '2.2.8',
    ecosystem: 'gem',
    severity: 'medium',
    cve: 'CVE-2023-27539',
  },
  {
    repository: 'acme/billing',
    file: 'requirements.txt',
    name: 'requests',
    from: '2.31.0',
    to: '2.32.2',
    ecosystem: 'pypi',
    severity: 'medium',
    cve: 'CVE-2024-35195',
  },
  {
    repository: 'acme/billing',
    file: 'worker/go.mod',
    name: 'golang.org/x/net',
    from: 'v0.17.0',
    to: 'v0.23.0',
    ecosystem: 'golang',
    severity: 'high',
    cve: 'CVE-2023-45288',
  },
  {
    repository: 'acme/ledger',
    file: 'pom.xml',
    name: 'com.fasterxml.jackson.core:jackson-databind',
    from: '2.15.2',
    to: '2.15.4',
    ecosystem: 'maven',
    severity: 'high',
    cve: 'CVE-2023-35116',
  },
  {
    repository: 'acme/ledger',
    file: 'reports/build.gradle',
    name: 'org.apache.commons:commons-text',
    from: '1.9',
    to: '1.10.0',
    ecosystem: 'maven',
    severity: 'critical',
    cve: 'CVE-2022-42889',
  },
  {
    repository: 'acme/ledger',
    file: 'api/build.gradle.kts',
    name: 'io.ktor:ktor-server-core',
    from: '2.3.1',
    to: '2.3.5',
    ecosystem: 'maven',
    severity: 'medium',
    cve: 'CVE-2023-45612',
  },
]

export interface Addresses {
  readonly github: string
  readonly githubToken: string
  readonly jira: string
  readonly jiraEmail: string
  readonly jiraToken: string
}

/** The batch as a caller would send it. */
export function request(at: Addresses, dryRun: boolean): unknown {
  return {
    items: wanted.map(({ name, from, to, ecosystem, severity, cve }) => ({
      package_name: name,
      current_version: from,
      safe_version: to,
      ecosystem,
      severity,
      cve,
    })),
    github_pat: at.githubToken,
    jira_issue_requests: wanted.map(({ name, to, cve, severity, repository }) => ({
      server_url: at.jira,
      email: at.jiraEmail,
      pat: at.jiraToken,
      api_version: '3',
      fields: {
        project: { key: 'SEC' },
        issuetype: { name: 'Task' },
        summary: `Raise ${name} to ${to} in ${repository}`,
        description: `${cve} (${severity}) is fixed in ${to}.`,
      },
    })),
    github_pr_requests: wanted.map(({ name, from, to, cve, file, repository }) => ({
      repo_url: `${at.github}/${repository}`,
      branch_name: `fix/{{jira_key}}-${name.replace(/[^a-z0-9]+/gi, '-')}`,
      title: `{{jira_key}}: raise ${name} to ${to}`,
      body: `Fixes ${cve}. Ticket: {{jira_key}}.`,
      package_name: name,
      current_version: from,
      safe_version: to,
      dependency_files: [file],
      labels: ['security'],
    })),
    dry_run: dryRun,
  }
}
