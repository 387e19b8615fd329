/**
 * How fast manifests are edited: `npm run bench:manifests`. For each format, files of 1 kB to 1 MB are generated with the
 * wanted package in their middle, and whole plans (read, find, rewrite, splice, proof by reading again) are timed on the
 * processor's clock. `-- --only pnpm` takes the formats whose path holds that word; `-- --peer` instead installs Renovate
 * into a temporary folder and times its editor of package.json beside ours.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ManifestText, planEdit } from '../src/manifests/index.ts'
import { type Sample, samples } from './manifest-samples.ts'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]
const PEER_SIZES = [1_000, 10_000, 100_000]
/** Milliseconds. */
const ROUND = 200
const PEER_INSTALL_SECONDS = 300

interface Measured {
  readonly bytes: number
  /** Milliseconds of one edit, the median. */
  readonly time: number
}

/** Milliseconds of processor time that so many runs take. */
function processorTime(work: () => void, runs: number): number {
  const begun = process.threadCpuUsage()
  for (let i = 0; i < runs; i += 1) work()
  const { user, system } = process.threadCpuUsage(begun)
  return (user + system) / 1000
}

/** Milliseconds of one run: the median of three rounds, each long enough for a clock that ticks every 10 ms. */
function median(work: () => void): number {
  let runs = 1
  while (processorTime(work, runs) < ROUND) runs *= 2
  const rounds = Array.from({ length: 3 }, () => processorTime(work, runs) / runs)
  return rounds.sort((a, b) => a - b)[1] ?? 0
}

function editing({ path, change }: Pick<Sample, 'path' | 'change'>, text: string): () => void {
  return () => {
    // A new object each time: scans are kept by the object they were made of.
    const files: readonly ManifestText[] = [{ path, text }]
    const plan = planEdit(files, change)
    if (plan.status !== 'edit' || plan.evidence.length !== 1) throw new Error(`${path}: ${JSON.stringify(plan)}`)
  }
}

function measure(sample: Sample, size: number): Measured {
  const text = sample.ofSize(size)
  return { bytes: Buffer.byteLength(text), time: median(editing(sample, text)) }
}

/** The k in time ~ size^k, by least squares over the logarithms from 10 kB on; below, fixed costs hide the growth. */
function growth(measured: readonly Measured[]): number {
  const points = measured
    .filter(({ bytes }) => bytes > 5_000)
    .map(({ bytes, time }) => [Math.log(bytes), Math.log(time)])
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const along = points.reduce((sum, [a = 0, b = 0]) => sum + (a - x) * (b - y), 0)
  return along / points.reduce((sum, [a = 0]) => sum + (a - x) ** 2, 0)
}

const three = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

function printFormats(only: string): void {
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`)
  console.log(
    row(['format', ...SIZES.map((size) => `edits/s at ${size / 1000} kB`), 'MB/s at 1 MB', 'growth exponent']),
  )
  console.log(row(['---', ...SIZES.map(() => '--:'), '--:', '--:']))
  for (const sample of samples.filter(({ path }) => path.includes(only))) {
    const measured = SIZES.map((size) => measure(sample, size))
    const last = measured.at(-1)
    const speed = last ? last.bytes / 1_000_000 / (last.time / 1000) : 0
    const edits = measured.map(({ time }) => three(1000 / time))
    console.log(row([sample.path, ...edits, three(speed), growth(measured).toFixed(2)]))
  }
}

interface Peer {
  readonly version: string
  /** Renovate's editor of package.json: gives the new text, or null when it could not. */
  readonly updateDependency: (request: {
    fileContent: string
    upgrade: Readonly<Record<string, string>>
  }) => string | null
  /** Renovate's reader of a parsed package.json. */
  readonly extractPackageJson: (parsed: unknown, path: string) => unknown
}

/** Installs Renovate without scripts, or takes what an earlier run installed. Undefined when that takes too long. */
function installedPeer(): Peer | undefined {
  const folder = join(tmpdir(), 'manifest-bench-peer')
  const home = join(folder, 'node_modules', 'renovate')
  if (!existsSync(home)) {
    mkdirSync(folder, { recursive: true })
    const args = ['install', 'renovate', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund']
    const { status } = spawnSync('npm', args, { stdio: 'inherit', timeout: PEER_INSTALL_SECONDS * 1000 })
    if (status !== 0) return undefined
  }
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  process.env.LOG_LEVEL = 'fatal'
  const load = createRequire(join(home, 'package.json'))
  const npm = './dist/modules/manager/npm'
  const { updateDependency } = load(`${npm}/update/dependency/index.js`) as Peer
  const { extractPackageJson } = load(`${npm}/extract/common/package-file.js`) as Peer
  return { version, updateDependency, extractPackageJson }
}

function printPeer(): void {
  const sample = samples.find(({ path }) => path === 'package.json')
  const peer = installedPeer()
  if (!sample || !peer) {
    console.log('No comparison: Renovate could not be installed in time.')
    return
  }
  console.log(`Node ${process.version}; Renovate ${peer.version}, edits a second\n`)
  console.log(row(['package.json', 'planEdit', 'Renovate, whole', 'ratio', 'Renovate, replacing only', 'same text']))
  console.log(row(['---', '--:', '--:', '--:', '--:', '---']))
  for (const size of PEER_SIZES) console.log(row([`${size / 1000} kB`, ...compared(sample, sample.ofSize(size), peer)]))
}

/** Whole: the declarations are read, one is replaced, and the new text is read again, as `planEdit` does too. */
function compared({ path, change }: Sample, text: string, peer: Peer): readonly string[] {
  const upgrade = { depType: 'dependencies', depName: change.packageName, newValue: `^${change.to}` }
  const replace = () => peer.updateDependency({ fileContent: text, upgrade }) ?? ''
  const read = (content: string) => peer.extractPackageJson(JSON.parse(content), path)
  const whole = () => {
    read(text)
    read(replace())
  }
  const ours = planEdit([{ path, text }], change)
  const same = ours.status === 'edit' && ours.files[0]?.text === replace()
  const [a, b, c] = [median(editing({ path, change }, text)), median(whole), median(replace)]
  return [three(1000 / a), three(1000 / b), three(b / a), three(1000 / c), same ? 'yes' : 'no']
}

const { values } = parseArgs({
  options: { peer: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
})
if (values.peer) printPeer()
else printFormats(values.only)
