/** Foreign text inside Jira's wiki markup: it must stay text, whatever it holds. */

/** Escapes what begins markup: macros, links, mentions, images, tables, emphasis. */
export function literalWiki(text: string): string {
  return text.replace(/[\\{}[\]!|*_+^~?#-]/g, '\\$&').replace(/(^|\n)(h[1-6]|bq)\./g, '$1$2\\.')
}
