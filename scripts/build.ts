/** Builds dist/ from src/: tsc, then ncc. With --check it builds beside and compares, and fails when they differ. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { licensesBelow } from './licenses.ts'

const root = join(import.meta.dirname, '..')
const check = process.argv.includes('--check')

function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules', '.bin', command), args, { cwd: root })
  if (status === 0) return
  process.stderr.write(`${stdout}${stderr}`)
  throw new Error(`${command} failed`)
}

function build(target: string): void {
  // ncc names its chunks by the modules' paths, so the compiled tree always stands at the same place.
  rmSync(join(root, 'lib'), { recursive: true, force: true })
  run('tsc', ['-p', 'tsconfig.json', '--sourceMap', 'false'])
  rmSync(target, { recursive: true, force: true })
  run('ncc', [
    'build',
    'lib/main.js',
    '--out',
    target,
    '--license',
    'licenses.txt',
    '--minify',
    '--no-cache',
    '--quiet',
  ])
  // The docs page is a built file that ncc copies without looking into it.
  appendFileSync(join(target, 'licenses.txt'), `\n\n${licensesBelow(root, 'rapidoc')}\n`)
}

/** Every file below a folder, by its path from there. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

function differences(a: string, b: string): string[] {
  const names = [...new Set([...filesBelow(a), ...filesBelow(b)])]
  return names.filter((name) => {
    const [left, right] = [join(a, name), join(b, name)]
    return !existsSync(left) || !existsSync(right) || !readFileSync(left).equals(readFileSync(right))
  })
}

const fresh = mkdtempSync(join(tmpdir(), 'dist-'))
try {
  build(fresh)
  const dist = join(root, 'dist')
  if (check) {
    const different = differences(dist, fresh)
    if (different.length > 0) {
      console.error(`dist/ is not what src/ builds: ${different.join(', ')}. Run npm run build and commit dist/.`)
      process.exitCode = 1
    } else console.log('dist/ is what src/ builds')
  } else {
    rmSync(dist, { recursive: true, force: true })
    cpSync(fresh, dist, { recursive: true })
    console.log(`dist/ built: ${filesBelow(dist).length} files`)
  }
} finally {
  rmSync(fresh, { recursive: true, force: true })
}
