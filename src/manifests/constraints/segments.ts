/** Orders two runs of ASCII digits as numbers of any length. */
export function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+(?=\d)/, '')
  const right = b.replace(/^0+(?=\d)/, '')
  return left.length - right.length || compareText(left, right)
}

/** Orders two texts by their UTF-16 code units. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A version cut where its leading numbers end: `v1.2-rc1` is prefix `v`, numbers `1 2`, rest `-rc1`. */
export interface Numbered {
  readonly prefix: string
  readonly numbers: readonly string[]
  readonly rest: string
}

/** Cuts a version at the end of its leading dotted numbers; undefined when it does not start with a number. */
export function numbered(version: string): Numbered | undefined {
  const found = /^(v?)(\d+(?:\.\d+)*)(.*)$/is.exec(version)
  if (found === null) return undefined
  const [, prefix = '', digits = '', rest = ''] = found
  return { prefix, numbers: digits.split('.'), rest }
}

/** `1.5` as an ecosystem whose versions have three numbers spells it: `1.5.0`. Any other text comes back as it is. */
export function withThreeNumbers(version: string): string {
  if (!/^v?\d{1,32}(?:\.\d{1,32})?$/.test(version)) return version
  return version.includes('.') ? `${version}.0` : `${version}.0.0`
}

/** The numbers with `index` one higher and everything after it zero, as many as there were or `length`. */
export function bump(numbers: readonly string[], index: number, length = numbers.length): string[] {
  return Array.from({ length: Math.max(length, index + 1) }, (_, at) => {
    if (at > index) return '0'
    return at === index ? successor(numbers[at] ?? '0') : (numbers[at] ?? '0')
  })
}

/**
 * The next exclusive ceiling above safe at the granularity of the old one: `2.0` over 2.1 is `3.0`, `1.5.0` over
 * 1.6.2 is `1.7.0`. What follows the numbers stays. Undefined when either does not start with numbers.
 */
export function nextCeiling(ceiling: string, safe: string): string | undefined {
  const old = numbered(ceiling)
  const floor = numbered(safe)
  if (old === undefined || floor === undefined) return undefined
  const granularity = Math.max(
    0,
    old.numbers.findLastIndex((digits) => /[1-9]/.test(digits)),
  )
  return (
    old.prefix + bump(floor.numbers, granularity, old.numbers.length).slice(0, old.numbers.length).join('.') + old.rest
  )
}

/** Versions around and below `version`, to probe a constraint with: neighbours in each number, and pre-releases. */
export function lowerNeighbours(version: string): string[] {
  const cut = numbered(version)
  if (cut === undefined) return []
  const { prefix, numbers } = cut
  const plain = prefix + numbers.join('.')
  const found = ['0', '0.0.0', '0.0.1', `${plain}-0`, `${plain}-alpha`, `${plain}-alpha.1`, `${plain}-rc.1`]
  found.push(`${plain}-SNAPSHOT`, `${plain}-dev`)
  numbers.forEach((digits, at) => {
    if (!/[1-9]/.test(digits)) return
    const head = [...numbers.slice(0, at), predecessor(digits)]
    const tail = numbers.slice(at + 1)
    found.push(...[tail.map(() => '0'), tail.map(() => '9999')].map((end) => prefix + [...head, ...end].join('.')))
    found.push(`${prefix}${[...head, ...tail].join('.')}-rc.1`)
  })
  return found
}

function successor(digits: string): string {
  return String(BigInt(digits) + 1n)
}

function predecessor(digits: string): string {
  return String(BigInt(digits) - 1n)
}
