// A small stand-in for the bundle: each scene shows the runner one thing.
import { appendFileSync, readFileSync } from 'node:fs'

const { env } = process
const scenes = {
  tell() {
    const inputs = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('INPUT_')))
    const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
    const seen = { inputs, event, names: Object.keys(env).sort(), cwd: process.cwd() }
    appendFileSync(env.GITHUB_OUTPUT, `seen<<END\n${JSON.stringify(seen)}\nEND\n`)
  },
  mask() {
    const { INPUT_SECRET: secret } = env
    console.log(`::add-mask::${secret}`)
    console.log(`raw ${secret}`)
    console.log(`base64 ${Buffer.from(secret).toString('base64')}`)
    console.error(`percent ${encodeURIComponent(secret)}`)
    appendFileSync(env.GITHUB_STEP_SUMMARY, `the secret is ${secret}\n`)
  },
  late() {
    console.log('hello')
    console.log(`::add-mask::${env.INPUT_SECRET}`)
  },
  leak() {
    console.log(`Basic ${Buffer.from(`${env.INPUT_SECRET}:x-oauth-basic`).toString('base64')}`)
  },
  annotate() {
    console.log('::error file=a.json,line=3,title=Bad%2C very::first%0Asecond')
    console.log('  ::warning::indented')
    console.log('::stop-commands::pause-7')
    console.log('::error::not a command')
    console.log('::pause-7::')
    console.log('::notice::again')
    console.log('::unknown-thing::text')
  },
  badfile() {
    appendFileSync(env.GITHUB_OUTPUT, 'neither\n')
  },
  unfinished() {
    appendFileSync(env.GITHUB_OUTPUT, 'a<<END\nvalue')
  },
  summary() {
    appendFileSync(env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))
  },
  polite() {
    process.on('SIGINT', () => process.exit(130))
    console.log('ready')
    setInterval(() => undefined, 1000)
  },
}
scenes[env.INPUT_SCRIPT || 'tell']()
