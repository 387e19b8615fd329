/** Foreign text inside Markdown: it must stay text, whatever it holds. */

/** Escapes for a line of prose or a table cell: no markup, no mention, no link, no HTML. */
export function plain(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~$^:]/g, '\\$&')
    .replace(/@/g, '&#64;')
    .replace(/\b(https?|www)\b/gi, (word) => `${word.slice(0, 1)}&#8203;${word.slice(1)}`)
}

/** A fenced block whose fence is longer than any run of backticks inside. */
export function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.replace(/\n*$/, '')}\n${fence}`
}

/** Inline code that holds any text. Inside a table a bar must still be escaped. */
export function code(text: string): string {
  const clean = text.replace(/[\u0000-\u001f\u007f]+/g, ' ').replaceAll('|', '\\|')
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = clean.startsWith('`') || clean.endsWith('`') ? ' ' : ''
  return `${fence}${space}${clean}${space}${fence}`
}

/** A link with our own address; an address that is none is shown as text. */
export function link(text: string, url: string | null): string {
  if (url === null || !/^https?:\/\/[^\s()<>"'`|]+$/.test(url)) return plain(text)
  return `[${plain(text)}](${url})`
}
