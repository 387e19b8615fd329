import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { parseCommand } from './runner/commands.ts'
import { parsePairs } from './runner/file-commands.ts'
import { maskedForms } from './runner/masks.ts'
import {
  type ActionOptions,
  type ActionRun,
  assertMasksFirst,
  assertNoSecret,
  leaksOf,
  runAction,
  secretForms,
} from './runner.ts'

const actionDirectory = fileURLToPath(new URL('./sample-action', import.meta.url))
const SECRET = 'ghp_canary+/&%"0123456789abcdef'
const play = (script: string, options: ActionOptions = {}): Promise<ActionRun> =>
  runAction({ ...options, actionDirectory, inputs: { ...options.inputs, script } })

describe('what an action is given', () => {
  test('inputs: hyphens stay, an empty text stays empty, defaults only for absent keys', async () => {
    const run = await play('tell', { inputs: { plain: '', 'With-Hyphen': 7, extra: 'x' } })
    const seen = JSON.parse(run.outputs.seen ?? '')
    expect(seen.inputs).toEqual({
      'INPUT_WITH-HYPHEN': '7',
      INPUT_PLAIN: '',
      INPUT_SECRET: '',
      INPUT_SCRIPT: 'tell',
      INPUT_EXTRA: 'x',
    })
    expect(run.complaints).toEqual([expect.stringMatching(/^Unexpected input\(s\) 'extra', valid inputs are \[/)])
    const defaulted = JSON.parse((await play('tell')).outputs.seen ?? '')
    expect(defaulted.inputs).toMatchObject({ 'INPUT_WITH-HYPHEN': 'fallback', INPUT_PLAIN: 'true' })
  })

  test('an environment of its own, an event file, no token', async () => {
    process.env.WORLD_PARENT_ONLY = 'yes'
    const payload = { client_payload: { request: { items: [] } } }
    const run = await play('tell', { event: { name: 'repository_dispatch', payload }, env: { LOG_LEVEL: 'debug' } })
    delete process.env.WORLD_PARENT_ONLY
    const { names, event, cwd } = JSON.parse(run.outputs.seen ?? '')
    expect(event).toEqual(payload)
    expect(cwd).toBe(run.workspace)
    expect(names).toEqual(expect.arrayContaining(['GITHUB_OUTPUT', 'RUNNER_TEMP', 'CI', 'LOG_LEVEL', 'GITHUB_API_URL']))
    expect(names).not.toContain('GITHUB_TOKEN')
    expect(names).not.toContain('WORLD_PARENT_ONLY')
    run.dispose()
  })
})

describe('what an action says', () => {
  test('masks hide the value and its encodings from then on', async () => {
    const run = await play('mask', { inputs: { secret: SECRET } })
    expect(run.log.split('\n').sort()).toEqual(['base64 ***', 'percent ***', 'raw ***'])
    expect(run.summary).toBe('the secret is ***\n')
    expect(run.masks).toEqual([SECRET])
    expect(() => assertMasksFirst(run)).not.toThrow()
    expect(() => assertNoSecret(run, [SECRET])).toThrow(/#0 as raw in raw output/)
  })

  test('a late mask and a derived form that no mask covers are found', async () => {
    await expect(play('late', { inputs: { secret: SECRET } }).then(assertMasksFirst)).rejects.toThrow(
      /after the line: hello/,
    )
    const run = await play('leak', { inputs: { secret: SECRET }, secrets: [SECRET] })
    expect(leaksOf(run, [SECRET]).some(({ form, place }) => form.startsWith('base64') && place === 'log')).toBe(true)
    expect(run.preamble).toContain('secret: ***')
  })

  test('annotations, pauses, and names that are no commands', async () => {
    const run = await play('annotate')
    expect(run.annotations).toEqual([
      { level: 'error', message: 'first\nsecond', properties: { file: 'a.json', line: '3', title: 'Bad, very' } },
      { level: 'warning', message: 'indented', properties: {} },
      { level: 'notice', message: 'again', properties: {} },
    ])
    expect(run.log).toContain('::error::not a command')
    expect(run.log).toContain('::unknown-thing::text')
  })

  test('a malformed file fails the step, a summary that is too large is dropped', async () => {
    const bad = await play('badfile')
    expect(bad).toMatchObject({ exitCode: 0, failed: true })
    expect(bad.complaints.join()).toMatch(/Invalid format 'neither'/)
    expect((await play('unfinished')).complaints.join()).toMatch(/Matching delimiter not found 'END'/)
    const large = await play('summary')
    expect(large).toMatchObject({ failed: false, summary: undefined })
    expect(large.complaints.join()).toMatch(/upload aborted/)
  })

  test('a cancelled job gets SIGINT first', async () => {
    const run = await play('polite', { cancelAfter: /ready/ })
    expect(run).toMatchObject({ cancelled: true, exitCode: 130, lastSignal: 'SIGINT' })
    expect(run.cancelMilliseconds).toBeLessThan(7000)
  })
})

describe('the parts', () => {
  test('commands', () => {
    expect(parseCommand('x ::error::y')).toBeUndefined()
    expect(parseCommand('::add-mask::a%25b%0Ac')?.data).toBe('a%b\nc')
    expect(parseCommand('text ##[error]inside')?.data).toBe('inside')
  })

  test('file format', () => {
    expect(parsePairs('a=1=2\nb<<E\nx\n\ny\nE\nc=\n')).toEqual({ a: '1=2', b: 'x\n\ny', c: '' })
  })

  test('masked forms and secret forms', () => {
    expect(maskedForms('ab"c')).toEqual(
      expect.arrayContaining(['ab"c', 'YWIiYw==', 'YiJj', 'ImM=', 'ab\\"c', 'ab%22c', 'ab&quot;c']),
    )
    const names = secretForms(SECRET)
    for (const prefix of ['', 'x', 'xy', 'x-access-token:']) {
      const encoded = Buffer.from(`${prefix}${SECRET}zz`).toString('base64')
      expect(names.filter(({ name }) => name.startsWith('base64')).some(({ text }) => encoded.includes(text))).toBe(
        true,
      )
    }
  })
})
