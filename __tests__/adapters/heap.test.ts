/** The young generation of the heap, in a process of its own that goes through much and keeps little. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'

const heap = join(import.meta.dirname, '../../src/adapters/heap.ts')

/** The most that V8 made of its new space, in MiB, where 300 MB of objects pass and a few of them stay for a while. */
function mostOfNewSpace(before: string): number {
  const work = `
    import { getHeapSpaceStatistics } from 'node:v8'
    ${before}
    const kept = new Array(20_000)
    let most = 0
    for (let n = 0; n < 3_000_000; n++) {
      kept[n % kept.length] = { n, text: 'item ' + n, list: [n, n + 1, n + 2] }
      if (n % 1_000 !== 0) continue
      const { space_size: size } = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
      most = Math.max(most, size)
    }
    console.log(most / 1024 ** 2)`
  const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', work], {
    encoding: 'utf8',
    env: {},
  })
  expect(stderr).toBe('')
  return Number(stdout)
}

test('keepHeapSmall keeps the young generation from growing', () => {
  const small = mostOfNewSpace(`import { keepHeapSmall } from ${JSON.stringify(heap)}; keepHeapSmall()`)
  expect(small).toBeLessThanOrEqual(mostOfNewSpace('') / 2)
})
