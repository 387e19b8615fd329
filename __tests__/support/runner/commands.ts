/** Workflow commands in a step's output: `::name key=value::data` and the older `##[name key=value]data`. */
import type { Masks } from './masks.ts'

export interface WorkflowCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

const REGISTERED = new Set(
  (
    'set-output save-state set-env add-path add-mask add-matcher remove-matcher warning error notice debug group endgroup ' +
    'echo stop-commands'
  ).split(' '),
)

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
const unescapeProperty = (text: string): string => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))

/** The command in a line; undefined for plain text and for names that the runner does not know. */
export function parseCommand(line: string, resumeToken?: string): WorkflowCommand | undefined {
  const command = parseColons(line) ?? parseBrackets(line)
  if (command === undefined) return undefined
  return REGISTERED.has(command.name.toLowerCase()) || command.name === resumeToken ? command : undefined
}

function parseColons(line: string): WorkflowCommand | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  if (end < 0) return undefined
  return commandOf(text.slice(2, end), ',', text.slice(end + 2))
}

function parseBrackets(line: string): WorkflowCommand | undefined {
  const start = line.indexOf('##[')
  const end = line.indexOf(']', start)
  return start < 0 || end < 0 ? undefined : commandOf(line.slice(start + 3, end), ';', line.slice(end + 1))
}

function commandOf(head: string, separator: string, data: string): WorkflowCommand {
  const space = head.indexOf(' ')
  const name = space < 0 ? head : head.slice(0, space)
  const pairs =
    space < 0
      ? []
      : head
          .slice(space + 1)
          .trim()
          .split(separator)
  const properties = pairs
    .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1)] as const)
    .filter(([key, value]) => key !== '' && value !== '')
  return {
    name,
    properties: Object.fromEntries(properties.map(([key, value]) => [key, unescapeProperty(value)])),
    data: unescapeData(data),
  }
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  /** Cut at 4,096 characters. */
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

export interface LogLine {
  readonly stream: 'stdout' | 'stderr'
  /** As the program printed it. */
  readonly raw: string
  /** As the runner's log has it; undefined: not echoed. */
  readonly shown: string | undefined
  readonly command: WorkflowCommand | undefined
}

/** Everything that a step's output says to the runner. */
export class StepOutput {
  readonly masks: Masks
  readonly lines: LogLine[] = []
  readonly annotations: Annotation[] = []
  readonly outputs: Record<string, string> = {}
  readonly state: Record<string, string> = {}
  /** What the runner itself says against the step. */
  readonly complaints: string[] = []
  /** True once a command alone fails the step. */
  failed = false
  #resumeToken: string | undefined

  constructor(masks: Masks) {
    this.masks = masks
  }

  /** Takes one line of output, in order of arrival. */
  line(stream: LogLine['stream'], raw: string): void {
    const command = this.#take(parseCommand(raw, this.#resumeToken))
    const echoed = command === undefined || !SILENT.has(command.name.toLowerCase())
    this.lines.push({ stream, raw, command, shown: echoed ? this.masks.apply(raw) : undefined })
  }

  #take(command: WorkflowCommand | undefined): WorkflowCommand | undefined {
    if (command === undefined) return undefined
    if (this.#resumeToken !== undefined) {
      if (command.name === this.#resumeToken) this.#resumeToken = undefined
      else return undefined
      return command
    }
    this.#obey(command)
    return command
  }

  #obey({ name, properties, data }: WorkflowCommand): void {
    switch (name.toLowerCase()) {
      case 'add-mask':
        if (!this.masks.add(data))
          this.complaints.push("Can't add secret mask for empty string in ##[add-mask] command.")
        return
      case 'error':
      case 'warning':
      case 'notice':
        this.annotations.push({
          level: name.toLowerCase() as Annotation['level'],
          message: this.masks.apply(data).slice(0, 4096),
          properties,
        })
        return
      case 'stop-commands':
        this.#resumeToken = data
        return
      case 'set-output':
        this.outputs[properties.name ?? ''] = data
        this.complaints.push('The `set-output` command is deprecated and will be disabled soon.')
        return
      case 'save-state':
        this.state[properties.name ?? ''] = data
        return
      case 'set-env':
      case 'add-path':
        this.complaints.push(`The \`${name}\` command is disabled. Please upgrade to using Environment Files.`)
        this.failed = true
    }
  }
}

const SILENT = new Set(['add-mask', 'set-output', 'save-state', 'stop-commands', 'debug'])
