import { describe, expect, test } from '@jest/globals'
import { type ExpressionContext, evaluate, interpolate, type Value } from './workflow/expression.ts'
import { matrixCombinations } from './workflow/matrix.ts'
import { runWorkflow } from './workflow.ts'

const context: ExpressionContext = {
  status: 'success',
  values: {
    inputs: { 'dry-run': true, name: "O'Hara", empty: '' },
    needs: { plan: { outputs: { matrix: '{"shard":["1/2","2/2"]}' } } },
    github: { event: { client_payload: { items: [{ n: 'a' }, { n: 'b' }] } } },
  },
}

describe('expressions', () => {
  test.each<[string, Value]>([
    ["inputs.name == 'o''hara'", true],
    ['inputs.dry-run && 1 || 2', 1],
    ['!inputs.empty', true],
    ["inputs.empty || 'default'", 'default'],
    ['fromJSON(needs.plan.outputs.matrix).shard[1]', '2/2'],
    ['needs.plan.outputs.absent', null],
    ['github.event.client_payload.items.*.n', ['a', 'b']],
    ["contains(github.event.client_payload.items.*.n, 'B')", true],
    ["format('{0}-{1} {{x}}', 'a', 3)", 'a-3 {x}'],
    ["join(fromJSON('[1,2]'), '+')", '1+2'],
    ["toJSON('x')", '"x"'],
    ["null == 0 && true == 1 && '' == 0", true],
    ["startsWith('Fix/x', 'fix') && endsWith('ab', 'B')", true],
    ['success() && !failure() && always()', true],
    ['2 > 1 && 1 <= 1', true],
    ["github['event'].client_payload.items[0]['n']", 'a'],
  ])('%s', (text, value) => {
    expect(evaluate(text, context)).toEqual(value)
  })

  test('a text that is one expression keeps its type; others are joined; nonsense throws', () => {
    expect(interpolate(`\${{ inputs.dry-run }}`, context)).toBe(true)
    expect(interpolate(`a \${{ inputs.dry-run }} \${{ '}}' }}`, context)).toBe('a true }}')
    expect(() => evaluate('nowhere.x', context)).toThrow("Unrecognized named-value: 'nowhere'")
    expect(() => evaluate('1 +', context)).toThrow(/cannot read/)
  })

  test('matrices', () => {
    expect(matrixCombinations(undefined, context)).toEqual([{}])
    expect(matrixCombinations(`\${{ fromJSON(needs.plan.outputs.matrix) }}`, context)).toEqual([
      { shard: '1/2' },
      { shard: '2/2' },
    ])
    const mixed = { a: [1, 2], b: [3], exclude: [{ a: 2 }], include: [{ a: 1, c: 4 }, { a: 9 }] }
    expect(matrixCombinations(mixed, context)).toEqual([{ a: 1, b: 3, c: 4 }, { a: 9 }])
    expect(() => matrixCombinations({ a: [] }, context)).toThrow('does not contain any values')
  })
})

const FAN_OUT = `
on:
  workflow_dispatch:
    inputs:
      count: { type: number, default: 2 }
      dry-run: { type: boolean }
env: { GREETING: hello }
jobs:
  plan:
    runs-on: ubuntu-latest
    outputs:
      matrix: \${{ steps.cut.outputs.matrix }}
    steps:
      - uses: actions/checkout@v5
      - id: cut
        run: |
          echo "matrix={\\"shard\\":[\\"1/$COUNT\\",\\"2/$COUNT\\"]}" >> "$GITHUB_OUTPUT"
        env: { COUNT: '\${{ inputs.count }}' }
  work:
    needs: plan
    runs-on: ubuntu-latest
    strategy:
      matrix: \${{ fromJSON(needs.plan.outputs.matrix) }}
    steps:
      - run: mkdir -p out && echo "$GREETING $SHARD $TOKEN" > "out/$(echo "$SHARD" | tr / -).txt"
        env: { SHARD: '\${{ matrix.shard }}', TOKEN: '\${{ secrets.DEMO }}' }
      - run: echo "the secret is $TOKEN"
        env: { TOKEN: '\${{ secrets.DEMO }}' }
      - uses: actions/upload-artifact@v5
        with: { name: "part-\${{ matrix.shard == '1/2' && 'one' || 'two' }}", path: out }
  collect:
    needs: [plan, work]
    if: \${{ always() && needs.work.result == 'success' }}
    runs-on: ubuntu-latest
    outputs: { all: '\${{ steps.read.outputs.all }}' }
    steps:
      - uses: actions/download-artifact@v5
        with: { pattern: part-*, path: parts, merge-multiple: true }
      - id: read
        run: echo "all=$(cat parts/*.txt | tr '\\n' ';')" >> "$GITHUB_OUTPUT"
      - run: exit 3
        continue-on-error: true
      - if: failure()
        run: echo never
`

describe('workflows', () => {
  test('jobs, matrix, artifacts, conditions and secrets', async () => {
    const run = await runWorkflow({
      text: FAN_OUT,
      event: { name: 'workflow_dispatch' },
      secrets: { DEMO: 'canary-secret' },
    })
    expect(run.result).toBe('success')
    expect(run.jobs.work?.runs.map((job) => job.matrix)).toEqual([{ shard: '1/2' }, { shard: '2/2' }])
    expect(run.jobs.collect?.outputs.all).toBe('hello 1/2 canary-secret;hello 2/2 canary-secret;')
    expect(run.jobs.collect?.runs[0]?.steps.map((step) => step.conclusion)).toEqual([
      'success',
      'success',
      'success',
      'skipped',
    ])
    expect(run.jobs.work?.runs[0]?.steps[1]?.run?.log).toBe('the secret is ***')
  })

  test('a failing job skips those that need it', async () => {
    const text =
      "on: [repository_dispatch]\njobs:\n  a:\n    steps: [{ run: exit 1 }]\n  b:\n    needs: a\n    steps: [{ run: 'true' }]\n"
    const run = await runWorkflow({
      text,
      event: { name: 'repository_dispatch', payload: { client_payload: { x: 1 } } },
    })
    expect([run.result, run.jobs.a?.result, run.jobs.b?.result]).toEqual(['failure', 'failure', 'skipped'])
  })

  test('refuses what GitHub refuses before a run', async () => {
    const start = (
      inputs: Record<string, Value>,
      name: 'workflow_dispatch' | 'workflow_call' = 'workflow_dispatch',
    ): Promise<unknown> => runWorkflow({ text: FAN_OUT, event: { name }, inputs })
    await expect(start({ colour: 'red' })).rejects.toThrow('Unexpected inputs provided: ["colour"]')
    await expect(start({ 'dry-run': 'perhaps' })).rejects.toThrow('not a boolean')
    await expect(start({}, 'workflow_call')).rejects.toThrow("does not have 'workflow_call' trigger")
  })
})
