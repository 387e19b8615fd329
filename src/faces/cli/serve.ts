/** `serve`: the HTTP mode on this machine, until it gets SIGTERM or SIGINT. */
import { readConfig } from '../../core/config.ts'
import { learnOwnSecrets } from '../../core/own-secrets.ts'
import { serve as serveHttp } from '../http/serve.ts'
import { type Invocation, readOptions } from './options.ts'
import { defaultJournal } from './run.ts'

const options = {
  host: { type: 'string' },
  port: { type: 'string' },
  journal: { type: 'string' },
  'serve-for': { type: 'string' },
} as const

const settings = { host: 'HOST', port: 'PORT', journal: 'JOURNAL', 'serve-for': 'SERVE_FOR' } as const

export async function serve({ services, args, env }: Invocation): Promise<number> {
  const { values } = readOptions(args, options)
  const given = Object.entries(settings).flatMap(([option, setting]) => {
    const value = values[option as keyof typeof settings]
    return value === undefined ? [] : [[setting, value]]
  })
  const config = readConfig({ ...env, ...Object.fromEntries(given) })
  learnOwnSecrets(config, services.redactor)
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  await serveHttp(services, {
    config,
    write: (line) => void process.stdout.write(`${line}\n`),
    journalPath: config.JOURNAL ?? defaultJournal(env),
    stop: stop.signal,
  })
  return 0
}
