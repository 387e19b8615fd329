/** Criterion 24: foreign text inside texts of ours stays text, in Markdown, in Jira's markup, in ADF and in JQL. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { toAdf } from '../../src/adapters/jira/rich-text.ts'
import { queries } from '../../src/adapters/jira/search.ts'
import { code, fenced, plain } from '../../src/batch/markdown.ts'
import { literalWiki } from '../../src/batch/wiki.ts'

const payloads = [
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</details><h1>x',
    '&lt;b&gt;',
    '<!-- x -->',
    '<a href="javascript:x">x</a>',
  ],
  ...[
    '[x](javascript:alert(1))',
    '![x](https://evil.example/p.png)',
    '[x]: https://evil.example',
    '**x** _y_ ~~z~~ `w`',
    '# h',
    '| a | b |',
    '- [ ] x',
  ],
  ...[
    '@octocat',
    '@acme/security',
    'cc @everyone',
    '#1',
    'acme/app#1',
    'https://evil.example/x',
    'www.evil.example',
    '```\nx\n```',
    '$x^2$',
    ':tada:',
  ],
  ...[
    '[~admin]',
    '{code}x{code}',
    '{html}<script>{html}',
    '!http://evil.example/x.png!',
    '[x|http://evil.example]',
    'h1. x',
    'bq. x',
    '||a||b||',
  ],
  ...[
    '{{monospaced}}',
    '{color:red}x{color}',
    '{include:page}',
    '{panel}',
    '\\\\host\\share',
    '----',
    '*x*',
    '+x+',
    '^x^',
    '??x??',
    '{jira:jql=x}',
  ],
  ...[
    '=HYPERLINK("http://evil.example")',
    '+1+1|cmd',
    '@SUM(1)',
    '" OR 1=1 --',
    'a" OR project = "SECRET',
    "') OR ('a'='a",
    '\\" OR x ~ "',
    'x\nORDER BY y',
  ],
]

/** Characters of Markdown that a reader would take for markup where no backslash stands before them. */
const bare = (text: string) => text.replace(/\\./g, '').match(/[`*_[\]()#+!|~$^<>@]/g) ?? []

describe('24. Markdown', () => {
  test('of ours holds no markup, mention, link or HTML of others', () => {
    for (const payload of payloads) {
      const text = plain(payload)
      expect([payload, bare(text.replace(/&(amp|lt|gt|#64|#8203);/g, ''))]).toEqual([payload, []])
      expect(text).not.toMatch(/https?:|www\.|\n/)
    }
  })

  test('code spans and fences cannot be left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('`', '``', '```', '\n', 'a', '|', '~~~', '</details>'), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('')
          const block = fenced('diff', text).split('\n')
          const fence = block.at(-1) ?? ''
          expect(block.slice(1, -1).some((line) => line.trim().startsWith(fence))).toBe(false)
          const span = code(text)
          const ticks = /^`+/.exec(span)?.[0] ?? ''
          const inner = span.slice(ticks.length, -ticks.length)
          expect(inner.match(/`+/g)?.some((run) => run.length === ticks.length) ?? false).toBe(false)
          expect(span.replaceAll('\\|', '')).not.toMatch(/[|\n]/)
        },
      ),
    )
  })
})

describe("24. Jira's markup", () => {
  test('v2: every character that begins markup is escaped', () => {
    for (const payload of payloads) {
      const text = literalWiki(payload)
      expect([payload, text.replace(/\\./g, '').match(/[{}[\]!|*_+^~?]|^h\d\.|^bq\./gm) ?? []]).toEqual([payload, []])
      // What is shown is what was given.
      expect(text.replace(/\\(.)/g, '$1')).toBe(payload)
    }
  })

  test('v3: a document of texts, breaks and links to the address that is read, nothing else', () => {
    for (const payload of payloads) {
      const seen: string[] = []
      JSON.stringify(toAdf(payload), (key, value) => {
        if (key === 'type') seen.push(String(value))
        return value
      })
      expect(seen.filter((type) => !['doc', 'paragraph', 'text', 'hardBreak', 'link'].includes(type))).toEqual([])
      const links = [
        ...JSON.stringify(toAdf(payload)).matchAll(
          /"text":"([^"]*)","marks":\[\{"type":"link","attrs":\{"href":"([^"]*)"/g,
        ),
      ]
      for (const [, shown, href] of links) expect(href).toBe(shown)
    }
  })
})

describe('24. JQL', () => {
  /** The text without its quoted parts: what Jira reads as language. */
  const language = (jql: string) => jql.replace(/"(\\.|[^"\\])*"/g, '""')

  test('a summary or project of others is only ever inside quotes', () => {
    const judge = (text: string) => {
      for (const jql of queries([{ itemKey: 'k', fields: { project: { key: text }, summary: text } }]))
        expect([text, language(jql)]).toEqual([
          text,
          expect.stringMatching(/^project = "" AND \((summary ~ ""|created >= -30d)\) ORDER BY created ASC$/),
        ])
    }
    for (const payload of payloads) judge(payload)
    fc.assert(fc.property(fc.string(), judge))
  })
})
