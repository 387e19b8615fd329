/**
 * The words of the manifests room: text in, splices out. Types only, so that every other file of the room, and the
 * rooms above it, can stand on them without a circle.
 */

/** A package ecosystem, by its purl type (https://github.com/package-url/purl-spec). */
export type Ecosystem = 'npm' | 'pypi' | 'golang' | 'maven' | 'gem' | 'cargo' | 'composer' | 'nuget'

/** What the caller asks for: raise `packageName` so that nothing below `to` is admitted any more. */
export interface Change {
  /** As the caller writes it: `lodash`, `@scope/x`, `group:artifact`, `github.com/a/b`, or a git dependency's `owner/repo`. */
  readonly packageName: string
  /** The version the caller believes to be in use; only used for a warning when the manifest says otherwise. */
  readonly from: string
  /** The safe version: the lowest one that may be admitted after the edit. */
  readonly to: string
  /** Absent: every ecosystem whose manifests are among the files; two that declare the name make it `ambiguous`. */
  readonly ecosystem?: Ecosystem
  /** True: an unbounded constraint (`*`, a bare name, `latest`) gets a floor. Default false: it is left and reported. */
  readonly strictFloor?: boolean
  /** True: a variable may be raised although packages of other groups share it. Default false. */
  readonly allowSharedVersions?: boolean
  /** New `sha256:…` hashes for a hash-pinned requirement; without them such a line is refused. */
  readonly hashes?: readonly string[]
}

/** One manifest: a repository path with `/` separators, and its text decoded as UTF-8 (a BOM, if any, still in front). */
export interface ManifestText {
  readonly path: string
  readonly text: string
}

/** A half-open range of UTF-16 code units of `ManifestText.text`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Replace the text of `span` by `text`. An insertion has an empty span. */
export interface Splice {
  readonly span: Span
  readonly text: string
}

/**
 * One piece of constraint text in the manifest. `text` is what it means (escapes resolved, CDATA unwrapped). Usually it
 * is exactly the source text of `span`, and a new constraint takes its place as it is; else `write` says what to put
 * over `span`: an escaped JSON string that also holds `npm:b@`, a YAML scalar that may come to need quotes.
 */
export interface Part {
  readonly span: Span
  readonly text: string
  readonly write?: (constraint: string) => string
}

/** Where one more constraint could be written: `open + constraint + close` is inserted at `at`. */
export interface Slot {
  readonly at: number
  readonly open: string
  readonly close: string
}

/**
 * The grammar a constraint is written in. `tag` is a git tag (`v1.2.3`, the prefix stays) and `exact` one plain version
 * with an optional `+hash` that must not survive the edit (`packageManager`).
 */
export type Dialect =
  | 'npm'
  | 'pep440'
  | 'poetry'
  | 'go'
  | 'maven'
  | 'gradle'
  | 'gem'
  | 'cargo'
  | 'composer'
  | 'nuget'
  | 'tag'
  | 'exact'

/**
 * A piece of a composed version: literal text, or the name of a variable whose value stands there. `optional`: another
 * definition stands in for the variable (`findProperty('v') ?: '1.0'`), so where no file defines it, this one does not
 * count; `elsewhere` looks for it in other files only, as the variable that is being defined has the same name.
 */
export type Piece =
  | { readonly literal: Part }
  | { readonly variable: string; readonly optional?: 'anywhere' | 'elsewhere' }

type Pieces = readonly Piece[]
/** What stands at a declaration. */
export type Value =
  /**
   * Constraint text. Several parts are joined by AND (`'~> 7.0', '>= 7.0.3'`); no part at all means a bare name, and
   * then `slot` says where a floor could be written. `slot` also takes a further part where the dialect's own syntax
   * cannot hold both in one string.
   */
  | { readonly kind: 'literal'; readonly dialect: Dialect; readonly parts: readonly Part[]; readonly slot?: Slot }
  /** `${v}`, `${major}.2`, `$v`, `version.ref = "v"`: at least one variable. */
  | { readonly kind: 'template'; readonly dialect: Dialect; readonly pieces: readonly Piece[] }
  /** Constraints that all hold, some from variables (`V, '< 3'`), each in pieces; `slot` takes a further one. */
  | { readonly kind: 'joint'; readonly dialect: Dialect; readonly members: readonly Pieces[]; readonly slot?: Slot }
  /** Declared here, version given elsewhere (a BOM, dependencyManagement, `workspace = true`): nothing to edit here. */
  | { readonly kind: 'managed'; readonly by: string }
  /** Not from a registry (`workspace:`, `file:`, a path, a local project): left alone and reported. */
  | { readonly kind: 'local'; readonly what: string }
  /** Of a variable that is no version but a name for a package (`libs.b` for `g:b`). */
  | { readonly kind: 'name'; readonly text: string }
  /** Cannot be edited with certainty: the edit is refused with this reason when the package is the one asked for. */
  | { readonly kind: 'opaque'; readonly reason: RefusalCode; readonly detail: string; readonly hint?: string }

/** Something in a manifest that carries a version. */
export interface Declaration {
  /**
   * `package`: a dependency. `variable`: a named version that packages may refer to. `exclusion`: versions of a package
   * that the author ruled out (go.mod `exclude`, Gradle `reject`): never edited, only respected.
   */
  readonly role: 'package' | 'variable' | 'exclusion'
  /**
   * The names this answers to, the usual one first. Compared by the ecosystem's own equality. For a variable, the name
   * references use (as spelled by `Piece.variable` after the format normalised both). A package's name may hold
   * `${variable}` where only another file can say what that is (a groupId by a parent pom's property).
   */
  readonly names: readonly string[]
  /** Names that count only when no declaration in any of the files answers by `names` (a pip VCS line's `#egg=`). */
  readonly weakNames?: readonly string[]
  /** Where it stands, in the format's own words; becomes `via` in the evidence: `dependencies`, `profile p`, `[versions]`. */
  readonly group: string
  /**
   * A variable's definition that holds only under a condition (a Maven profile, an MSBuild Condition): it hides no
   * definition farther off.
   */
  readonly conditional?: true
  /**
   * A variable's definition that also decides for references in the files which this file inherits from (a property of a
   * child pom replaces the parent's, in what it inherits as well; a settings script replaces a catalog's version).
   */
  readonly overriding?: true
  /** What a shared variable is judged by: Maven groupId, npm scope, Go module root; absent means the name itself. */
  readonly family?: string
  /** An offset into the text for messages: the line of the declaration. */
  readonly at: number
  readonly value: Value
}

/** Why an edit was refused. The order is that of SPEC 4. */
export type RefusalCode =
  | 'not-declared'
  | 'unparseable'
  | 'ambiguous'
  | 'unsupported-constraint'
  | 'unresolved-variable'
  | 'hash-pinned'
  | 'would-downgrade'
  | 'excluded-by-author'
  | 'module-path-changes'
  | 'proof-failed'

/** A "no" as a value. `message` says what was met, `hint` what a person can do. */
export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
  readonly hint: string
  readonly path?: string
  /** 1-based. */
  readonly line?: number
}

/** One raised version, told everywhere the same way. */
export interface Evidence {
  readonly path: string
  /** 1-based line of the text before the edit. */
  readonly line: number
  readonly before: string
  readonly after: string
  readonly via: string
}

/** Something a reader should know although the plan stands. */
export interface Note {
  readonly code:
    | 'satisfied-unbounded'
    | 'managed-elsewhere'
    | 'local-source'
    | 'current-version-differs'
    | 'shared-variable'
    | 'git-tag'
    | 'hash-dropped'
    | 'external-property'
  readonly message: string
  readonly hint: string
  readonly path?: string
  readonly line?: number
}

/** The outcome of `planEdit`: pure data, made before anything is written anywhere. */
export type EditPlan =
  | {
      readonly status: 'edit'
      readonly ecosystem: Ecosystem
      /** Only the files that change, with their whole new text. */
      readonly files: readonly ManifestText[]
      readonly evidence: readonly Evidence[]
      readonly notes: readonly Note[]
    }
  | { readonly status: 'already'; readonly ecosystem: Ecosystem; readonly notes: readonly Note[] }
  | { readonly status: 'refused'; readonly refusal: Refusal; readonly notes: readonly Note[] }

/** Names in pieces (Maven: group, artifact, version) as written; undefined: not said, or anything (a range). */
export interface Lineage {
  readonly own: readonly (string | undefined)[]
  /** `path` is where it is looked for first. */
  readonly parent?: { readonly name: readonly (string | undefined)[]; readonly path: string | undefined }
}

/** A text that does not follow its format's grammar; `offset` points into the text that was scanned. */
export class ManifestSyntaxError extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.name = 'ManifestSyntaxError'
    this.offset = offset
  }
}

/**
 * One manifest format. A format reads and never edits: `scan` says where versions stand, and one generic `planEdit`
 * does the rest. `scan` is pure, linear in the text, and throws nothing but a `ManifestSyntaxError`.
 */
export interface ManifestFormat {
  /** `package.json`, `requirements.txt`: the name a reader would use. */
  readonly id: string
  readonly ecosystem: Ecosystem
  /** True when the path is one of this format's manifests. Looks at the path only. */
  matches(path: string): boolean
  /** True for files that run code: only the command `edit` takes them, where a person names one. No batch reaches them. */
  readonly byHand?: true
  /** Every declaration of the text, in the order of their offsets. `text` has no BOM; spans point into that text. */
  scan(text: string, path: string): readonly Declaration[]
  /**
   * Files of the same repository that this one leans on: included requirement files, a parent pom, `gradle.properties`,
   * catalogs. Chosen from `tree`, the repository's paths; so a path that is not there is simply not returned.
   */
  related?(path: string, text: string, tree: readonly string[]): readonly string[]
  /**
   * The format of related files whose own names say nothing (`-r base.lst`, `file: deps.lst`). Absent: this one.
   */
  readonly readsOthersAs?: ManifestFormat
  /**
   * How near a variable defined in `definition` is to a reference in `reference`: 0 is nearest, undefined invisible.
   * The nearest definitions win, all of the same rank count. Absent: only the same file, rank 0.
   */
  visibility?(definition: string, reference: string): number | undefined
  /** Instead of `visibility`, where a file sees the variables of those it inherits from and of no others. */
  lineage?(text: string, path: string): Lineage
  /**
   * An independent second reading for the proof (another parser than `scan` uses): the document as plain data.
   * Absent where no such parser exists.
   */
  read?(text: string): unknown
  /** Characters up to which `read` is fast enough; a longer text is proved without it. Absent: any number. */
  readonly readUpTo?: number
  /** Lockfile names that go stale when this manifest changes, looked for beside it and in the folders above. */
  readonly lockfiles?: readonly string[]
}

/** What rewriting a constraint came to. */
export type Rewrite =
  /** The constraint stays: nothing below safe is admitted (`already`), or it is unbounded and may stay so. */
  | { readonly kind: 'keep'; readonly why: 'already' | 'unbounded' }
  /**
   * The new texts, one for each part that was given, in order, and possibly one more: that one goes into the slot.
   * A part that stays is returned as it was.
   */
  | { readonly kind: 'write'; readonly parts: readonly string[] }
  | { readonly kind: 'refuse'; readonly code: RefusalCode; readonly message: string; readonly hint: string }

/** One constraint grammar with its ecosystem's order of versions. Pure and total: no method throws. */
export interface ConstraintDialect {
  readonly dialect: Dialect
  /** Is this one version (not a range) in this ecosystem? */
  isVersion(text: string): boolean
  /** The ecosystem's own order: negative, zero or positive. Texts that are no versions order after all versions. */
  compare(a: string, b: string): number
  /** Does the constraint (all parts together) admit this version, by the ecosystem's own evaluation? */
  admits(parts: readonly string[], version: string): boolean
  /** Raises the constraint to at least `safe` (docs/manifests.md); parts, as scanned, that fit come back to the letter. */
  rewrite(parts: readonly string[], safe: string, options: RewriteOptions): Rewrite
}

export interface RewriteOptions {
  readonly strictFloor: boolean
  /** True when the format can write one more part (it has a slot). */
  readonly canAppend: boolean
}
