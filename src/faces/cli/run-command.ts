/** The command line: which command, its help, and what is common to all. */
import { fail } from '../../core/errors.ts'
import type { Services } from '../../core/services.ts'
import { version } from '../../core/version.ts'
import { checkHelp, editHelp, journalHelp, runHelp, sealHelp, serveHelp, tokenHelp } from './help.ts'
import type { Invocation } from './options.ts'

interface Command {
  readonly help: string
  readonly summary: string
  run(invocation: Invocation): Promise<number>
}

const commands: Readonly<Record<string, Command>> = {
  run: {
    help: runHelp,
    summary: 'carry out a batch from this machine',
    run: async (invocation) => (await import('./run.ts')).run(invocation),
  },
  edit: {
    help: editHelp,
    summary: 'raise a package in manifests, nothing else',
    run: async (invocation) => (await import('./edit.ts')).edit(invocation),
  },
  serve: {
    help: serveHelp,
    summary: 'take batches over HTTP, until stopped',
    run: async (invocation) => (await import('./serve.ts')).serve(invocation),
  },
  check: {
    help: checkHelp,
    summary: 'what is configured, and what is missing',
    run: async (invocation) => (await import('./check.ts')).check(invocation),
  },
  journal: {
    help: journalHelp,
    summary: 'what is remembered of batches, and clearing it',
    run: async (invocation) => (await import('./journal.ts')).journal(invocation),
  },
  token: {
    help: tokenHelp,
    summary: 'sign a JWT for trying things out',
    run: async (invocation) => (await import('./token.ts')).token(invocation),
  },
  seal: {
    help: sealHelp,
    summary: 'encrypt a request with its token, to send it openly',
    run: async (invocation) => (await import('./seal.ts')).seal(invocation),
  },
}

const usage = () => `create-issues-and-prs: one batch in, Jira issues and pull requests out

Usage: create-issues-and-prs <command> [options]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`)
  .join('\n')}

Examples:
  create-issues-and-prs run --request batch.json --dry-run
  create-issues-and-prs edit --package lodash --from 4.17.19 --to 4.17.21 --diff package.json
  create-issues-and-prs <command> --help
`

/** Runs one command. Answers the exit code: 0, 1 (some item failed), 2 (usage or configuration). */
export async function runCommand(
  services: Services,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const [name = '', ...rest] = args
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usage())
    return 0
  }
  if (name === '--version') {
    process.stdout.write(`${version}\n`)
    return 0
  }
  const command = commands[name]
  if (!command) {
    throw fail(
      'usage',
      `"${name}" is no command.`,
      `Use one of ${Object.keys(commands).join(', ')}; --help shows examples.`,
    )
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.help)
    return 0
  }
  return command.run({ services, args: rest, env })
}
