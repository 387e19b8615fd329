/** A stretch of a composed version: its text, and whether it is written in a template or is a variable's value. */
export interface Stretch {
  readonly origin: 'text' | 'variable'
  readonly text: string
}

/**
 * New texts for the stretches so that together they read `wanted`, changing as few as possible: first one piece of
 * template text that holds a number (`${major}.2`), else one variable (`${v}.RELEASE`), else several variables between
 * separators that stay (`${major}.${minor}`), leading ones that already agree being kept. Undefined: there is no such way.
 */
export function compose(stretches: readonly Stretch[], wanted: string): readonly string[] | undefined {
  const texts = stretches.map(({ text }) => text)
  const order = [...stretches.keys()].reverse()
  const candidates = [
    ...order.filter((i) => stretches[i]?.origin === 'text' && /\d/.test(texts[i] ?? '')),
    ...order.filter((i) => stretches[i]?.origin === 'variable'),
  ]
  for (const i of candidates) {
    const changed = changeOne(texts, i, wanted)
    if (changed) return changed
  }
  return changeSeveral(stretches, wanted)
}

function changeOne(texts: readonly string[], index: number, wanted: string): readonly string[] | undefined {
  const head = texts.slice(0, index).join('')
  const tail = texts.slice(index + 1).join('')
  if (wanted.length < head.length + tail.length || !wanted.startsWith(head) || !wanted.endsWith(tail)) return undefined
  const middle = wanted.slice(head.length, wanted.length - tail.length)
  return sameShape(texts[index] ?? '', middle) ? texts.with(index, middle) : undefined
}

/** Does the new stretch begin and end like the old one? Keeps `1` + `.2` from becoming `1` + `2.5`, as in 12.5. */
function sameShape(before: string, after: string): boolean {
  return edge(before[0]) === edge(after[0]) && (edge(before.at(-1)) === edge(after.at(-1)) || endsVersion(after))
}

function edge(character: string | undefined): string {
  if (character === undefined) return 'nothing'
  return /\d/.test(character) ? 'digit' : /[a-z]/i.test(character) ? 'letter' : character
}

function endsVersion(text: string): boolean {
  return /[0-9a-z]$/i.test(text)
}

interface Slot {
  readonly fixed: boolean
  readonly text: string
  readonly owner: number
}

function changeSeveral(stretches: readonly Stretch[], wanted: string): readonly string[] | undefined {
  const slots = slotsOf(stretches)
  const result = stretches.map(() => '')
  let rest = wanted
  let agreeing = true
  for (const [i, slot] of slots.entries()) {
    const taken = slot.fixed ? fixedText(slot, rest) : freeText(slot, slots[i + 1], rest, agreeing)
    if (taken === undefined) return undefined
    if (taken !== slot.text) agreeing = false
    result[slot.owner] += taken
    rest = rest.slice(taken.length)
  }
  return rest === '' ? result : undefined
}

/** Template text is fixed; only a number at the very end of it (`${major}.${minor}.0`) may move with the variables. */
function slotsOf(stretches: readonly Stretch[]): readonly Slot[] {
  return stretches.flatMap(({ origin, text }, owner): Slot[] => {
    const number = origin === 'text' && owner === stretches.length - 1 ? /\d+$/.exec(text) : null
    if (!number) return [{ fixed: origin === 'text', text, owner }]
    return [
      { fixed: true, text: text.slice(0, number.index), owner },
      { fixed: false, text: number[0], owner },
    ]
  })
}

function fixedText(slot: Slot, rest: string): string | undefined {
  return rest.startsWith(slot.text) ? slot.text : undefined
}

function freeText(slot: Slot, next: Slot | undefined, rest: string, agreeing: boolean): string | undefined {
  if (!next) return rest === '' ? undefined : rest
  // Two variables with nothing between them cannot be told apart.
  if (!next.fixed || next.text === '') return undefined
  if (agreeing && rest.startsWith(slot.text + next.text)) return slot.text
  const end = rest.indexOf(next.text)
  return end > 0 ? rest.slice(0, end) : undefined
}
