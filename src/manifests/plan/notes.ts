import { dialects } from '../constraints/index.ts'
import type { Change, Note } from '../format.ts'
import { listed } from './find.ts'
import type { Verdict } from './judge.ts'
import type { Shared } from './sharing.ts'
import type { Site } from './survey.ts'

type Raise = Extract<Verdict, { kind: 'raise' }>

/** What a reader should know of the verdicts, in their order, each thing once. */
export function notesOn(verdicts: readonly Verdict[], change: Change): readonly Note[] {
  const notes = verdicts.flatMap((verdict) => noteOn(verdict, change))
  return [...new Map(notes.map((note) => [`${note.code}\0${note.message}`, note])).values()]
}

/** One note for each variable that takes other packages along. */
export function sharedNotes(shared: readonly Shared[]): readonly Note[] {
  return shared.map(({ variable, others }) =>
    note(
      variable,
      'shared-variable',
      `the variable ${variable.declaration.names[0]} is also the version of ${listed(others)}, which move with it.`,
      'Check that those packages exist in the new version.',
    ),
  )
}

function noteOn(verdict: Verdict, change: Change): readonly Note[] {
  switch (verdict.kind) {
    case 'refuse':
      return []
    case 'local':
      return [
        note(
          verdict.site,
          'local-source',
          `${change.packageName} comes from ${verdict.what} and is left alone.`,
          'Raise it where that source is kept.',
        ),
      ]
    case 'managed':
      return [
        note(
          verdict.site,
          'managed-elsewhere',
          `${change.packageName} is declared without a version; ${verdict.by} gives it.`,
          'Make sure that the place which gives the version is raised too.',
        ),
      ]
    case 'keep':
      return verdict.why === 'unbounded' ? [unboundedNote(verdict.site, change)] : []
    case 'raise':
      return raiseNotes(verdict, change)
  }
}

function unboundedNote(site: Site, change: Change): Note {
  return note(
    site,
    'satisfied-unbounded',
    `the constraint of ${change.packageName} names no version that could be raised; the lockfile decides what is installed.`,
    'Refresh the lockfile to take the safe version in, or set "strict_floor" to write a lower bound.',
  )
}

function raiseNotes(verdict: Raise, change: Change): readonly Note[] {
  const { site, dialect, before } = verdict
  const notes: Note[] = []
  const text = before.join(', ')
  if (!speaksOf(verdict, change.from)) {
    const message = `the file says "${text}" where ${change.from} was expected; it is raised to ${change.to} all the same.`
    notes.push(note(site, 'current-version-differs', message, 'Check that the advisory was read for this branch.'))
  }
  if (verdict.absent) {
    const message = `no file defines ${listed(verdict.absent)}, so the default beside it is raised.`
    const hint =
      'Where the build is given that property from outside (-P, the user home, a CI variable), raise it there.'
    notes.push(note(site, 'external-property', message, hint))
  }
  if (dialect === 'tag') {
    const tag = verdict.demands.map(({ after }) => after).join(', ')
    const message = `${change.packageName} is taken from git; its tag becomes "${tag}".`
    notes.push(note(site, 'git-tag', message, 'Check that the repository has this tag.'))
  }
  if (
    dialect === 'exact' &&
    verdict.demands.some(({ before, after }) => before.includes('+') && !after.includes('+'))
  ) {
    const message = `the hash behind ${change.packageName}'s old version was dropped, as it belongs to that version only.`
    notes.push(
      note(site, 'hash-dropped', message, "Write the new hash with the package manager's own command, if wanted."),
    )
  }
  return notes
}

/** Is the caller's idea of the current version in line with the constraint that stood there? */
function speaksOf({ dialect: name, before }: Raise, from: string): boolean {
  const dialect = dialects[name]
  const bare = from.trim().replace(/^v(?=\d)/, '')
  if (bare === '' || !dialect || before.length === 0) return true
  if (dialect.admits(before, from) || dialect.admits(before, bare)) return true
  const tokens = before.join(' ').match(/\d[\w.+-]*/g) ?? []
  return tokens.some((token) => token === bare || token.startsWith(`${bare}+`))
}

function note({ file, declaration }: Site, code: Note['code'], what: string, hint: string): Note {
  const line = file.lineAt(declaration.at)
  return { code, message: `${file.path}:${line}: ${what}`, hint, path: file.path, line }
}
