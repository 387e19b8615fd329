/** What people are told. Foreign text in it stays text. */
import { describe, expect, test } from '@jest/globals'
import { code, fenced, link, plain } from '../../src/batch/markdown.ts'
import { annotations, itemLine, summaryMarkdown } from '../../src/batch/report.ts'
import { hasFailed, toResponse } from '../../src/batch/response.ts'
import type { BatchResult, ItemResult } from '../../src/core/batch.ts'

const created: ItemResult = {
  index: 0,
  packageName: 'lodash',
  from: '4.17.19',
  to: '4.17.21',
  severity: 'high',
  status: 'created',
  jiraKey: 'SEC-7',
  jiraUrl: 'https://jira.example.com/browse/SEC-7',
  pullRequestUrl: 'https://github.com/acme/app/pull/12',
  pullRequestNumber: 12,
  branch: 'fix/SEC-7',
  commit: 'a'.repeat(40),
  edits: [{ path: 'package.json', line: 3, before: '^4.17.19', after: '^4.17.21', via: 'dependencies' }],
  diffs: [{ path: 'package.json', diff: '--- a/package.json\n+++ b/package.json\n@@ -1 +1 @@\n-a\n+b\n' }],
  warnings: [
    { code: 'lockfile-stale', message: '"package-lock.json" still records the old version.', hint: 'Refresh it.' },
  ],
  error: null,
  plannedCalls: [],
  made: ['issue', 'branch', 'pull-request', 'comment'],
}
const failed: ItemResult = {
  ...created,
  index: 1,
  packageName: 'left|pad`@evil',
  status: 'failed',
  jiraKey: null,
  jiraUrl: null,
  pullRequestUrl: null,
  pullRequestNumber: null,
  edits: [],
  diffs: [],
  warnings: [],
  error: {
    code: 'file-not-found',
    step: 'read',
    message: 'It is not there <img src=x>.',
    hint: 'Look @all.',
    facts: {},
  },
  made: [],
}
const batch = (results: readonly ItemResult[]): BatchResult => ({
  batchId: 'b',
  status: 'completed',
  dryRun: false,
  results,
  warnings: [],
})

test('the summary has a table, and folds with the diff and what to do', () => {
  const text = summaryMarkdown(batch([created, failed]))
  expect(text).toContain('2 items: 1 created, 1 failed.')
  expect(text).toContain(
    '| `lodash` | `4.17.19` → `4.17.21` | [SEC\\-7](https://jira.example.com/browse/SEC-7) | [\\#12](https://github.com/acme/app/pull/12) | ✅ created |'.replace(
      '\\-',
      '-',
    ),
  )
  expect(text).toContain('<details><summary>lodash 4.17.19 → 4.17.21: created</summary>')
  expect(text).toContain('```diff\n--- a/package.json')
  expect(text).toContain('<details open><summary>left|pad`&#64;evil 4.17.19 → 4.17.21: failed</summary>')
  expect(text).not.toContain('<img')
  expect(text).not.toMatch(/(?<!`)@(evil|all)/)
})

test('the summary stays below a mebibyte, and says what it leaves out', () => {
  const many = Array.from({ length: 300 }, (_, index) => ({
    ...created,
    index,
    diffs: [{ path: 'a', diff: 'x'.repeat(10_000) }],
  }))
  const text = summaryMarkdown(batch(many))
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024)
  expect(text).toMatch(/Details of \d+ more items are in the result file/)
  expect(text.match(/\| `lodash` \|/g)).toHaveLength(300)
})

test('annotations: at most ten, the last counts the rest', () => {
  expect(annotations(batch(Array.from({ length: 10 }, () => failed)))).toHaveLength(10)
  const list = annotations(batch(Array.from({ length: 25 }, () => failed)))
  expect(list).toHaveLength(10)
  expect(list[9]?.message).toContain('16 more items failed')
})

test('a line for a log', () => {
  expect(itemLine(created)).toBe(
    'created    lodash 4.17.19 → 4.17.21  SEC-7  https://github.com/acme/app/pull/12  (lockfile-stale)',
  )
  expect(itemLine(failed)).toContain('read: It is not there')
})

test('totals count what this run made itself', () => {
  const existing: ItemResult = { ...created, index: 2, status: 'existing', made: [] }
  expect(toResponse(batch([created, failed, existing]))).toMatchObject({
    total_issues_created: 1,
    total_prs_created: 1,
    total_comments_created: 1,
    failed_count: 1,
  })
})

describe('fail-on', () => {
  const response = (results: readonly ItemResult[]) => toResponse(batch(results))
  test.each([
    ['any', [created, failed], true],
    ['any', [created], false],
    ['all', [created, failed], false],
    ['all', [failed, failed], true],
    ['never', [failed], false],
  ] as const)('%s', (failOn, results, expected) => {
    expect(hasFailed(response(results), failOn)).toBe(expected)
  })

  test('an interrupted batch has not come to its end', () => {
    expect(hasFailed({ ...response([created]), status: 'interrupted' }, 'any')).toBe(true)
  })
})

describe('foreign text in Markdown', () => {
  test.each([
    ['a|b', 'a\\|b'],
    ['<script>', '&lt;script&gt;'],
    ['@team', '&#64;team'],
    ['[x](y)', '\\[x\\]\\(y\\)'],
    ['::error::x', '\\:\\:error\\:\\:x'],
    ['line\nbreak', 'line break'],
  ])('%j is written as %j', (text, expected) => {
    expect(plain(text)).toBe(expected)
  })

  test('code and fences are longer than the backticks inside', () => {
    expect(code('a`b')).toBe('``a`b``')
    expect(fenced('diff', '````')).toBe('`````diff\n````\n`````')
  })

  test('only an address becomes a link', () => {
    expect(link('#1', 'javascript:alert(1)')).toBe('\\#1')
    expect(link('x', 'https://a.example/b')).toBe('[x](https://a.example/b)')
  })
})
