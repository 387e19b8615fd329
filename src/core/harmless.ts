/** Foreign text on standard output, where a runner reads commands. */

/**
 * One line that a runner cannot take for a command: no control characters, no `::` at its beginning, no `##[`. A
 * zero-width space would be invisible to people and break copying, so a plain space does it.
 */
export function harmless(line: string): string {
  return line
    .replace(/[\u0000-\u0008\u000a-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
    .replace(/^\s*::/, (start) => `${start.slice(0, -1)} :`)
    .replaceAll('##[', '## [')
}

/** The same for a text of many lines, whichever way they end. */
export function harmlessLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.endsWith('\r') ? `${harmless(line.slice(0, -1))}\r` : harmless(line)))
    .join('\n')
}

/** The same JSON, spelled so that no line of it is a command. */
export function harmlessJson(json: string): string {
  return json.replaceAll('##[', '#\\u0023[')
}
