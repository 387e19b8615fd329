/** The entry: a Node that is new enough, then the face that is wanted. The only place that sets an exit code. */
const needed = 24
const major = Number(process.versions.node.split('.')[0])

if (major < needed) {
  console.error(`create-issues-and-prs needs Node ${needed} or newer, and this is Node ${process.versions.node}.`)
  process.exitCode = 2
} else {
  const { start, tellCrash } = await import('./start.ts')
  process.on('uncaughtException', (error) => {
    tellCrash(error)
    process.exit(1)
  })
  process.exitCode = await start(process.argv.slice(2))
}

export {}
