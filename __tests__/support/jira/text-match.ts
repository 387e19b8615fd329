/** The `~` operator: words as Jira's text index has them, phrases, wildcards, and what it cannot parse. */
import { JqlError } from './jql-parse.ts'

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*/gu) ?? []

/** True when the text holds every word of the query, and every quoted phrase as neighbours. */
export function textMatches(text: string, query: string, field: string): boolean {
  const index = words(text)
  return parts(query, field).every((part) =>
    part.phrase ? holdsPhrase(index, words(part.text)) : holdsWords(index, part.text),
  )
}

interface Part {
  readonly phrase: boolean
  readonly text: string
}

const refuse = (query: string, field: string): JqlError =>
  new JqlError(`Unable to parse the text '${query}' for field '${field}'.`)

function parts(query: string, field: string): Part[] {
  if (query.trim() === '') throw new JqlError(`The field '${field}' does not support searching for an empty string.`)
  if (/^[*?]/.test(query)) {
    throw new JqlError(
      `The text query '${query}' for field '${field}' is not allowed to start with character '${query[0]}'.`,
    )
  }
  const pieces = splitPhrases(query)
  if (pieces === undefined) throw refuse(query, field)
  for (const piece of pieces) if (!piece.phrase && hasBareOperator(piece.text)) throw refuse(query, field)
  return pieces
    .map(({ phrase, text }) => ({ phrase, text: text.replaceAll(/\\(.)/g, phrase ? '$1' : ' $1 ') }))
    .filter(({ text }) => words(text).length > 0)
}

/** Quoted and unquoted pieces; undefined when a quotation mark stands alone. A backslash takes its meaning away. */
function splitPhrases(query: string): Part[] | undefined {
  const pieces: Part[] = []
  let text = ''
  let phrase = false
  for (let at = 0; at < query.length; at++) {
    if (query[at] === '\\') text += query.slice(at, ++at + 1)
    else if (query[at] === '"') {
      pieces.push({ phrase, text })
      text = ''
      phrase = !phrase
    } else text += query[at]
  }
  return phrase ? undefined : [...pieces, { phrase, text }]
}

/** Characters that mean something to the text parser and stand here without a backslash where they cannot. */
function hasBareOperator(text: string): boolean {
  const bare = text.replaceAll(/\\./g, '')
  return /[[\]{}()!^:]|&&|\|\||(^|\s)[-+](\s|$)/.test(bare)
}

function holdsWords(index: readonly string[], text: string): boolean {
  return (text.toLowerCase().match(/[\p{L}\p{N}_*?.]+/gu) ?? []).every((word) => {
    if (!/[*?]/.test(word)) return words(word).every((plain) => index.includes(plain))
    const pattern = word.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.')
    return index.some((entry) => new RegExp(`^${pattern}$`, 'u').test(entry))
  })
}

function holdsPhrase(index: readonly string[], phrase: readonly string[]): boolean {
  return index.some((_, start) => phrase.every((word, at) => index[start + at] === word))
}
