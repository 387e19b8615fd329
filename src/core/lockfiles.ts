/** The port to the ecosystems' own tools. */

export interface LockfileRequest {
  /** The lockfile's own name: `package-lock.json`. */
  readonly name: string
  readonly lockfile: Uint8Array
  /** The edited manifests of the same folder, by name. */
  readonly manifests: ReadonlyMap<string, Uint8Array>
  readonly packageName: string
}

export type LockfileOutcome =
  | { readonly status: 'refreshed'; readonly content: Uint8Array }
  /** The lockfile stays as it is; why, and what to do. */
  | { readonly status: 'left'; readonly message: string; readonly hint: string }

export interface Lockfiles {
  /** Runs the ecosystem's own tool in an empty folder, without any script of the repository. Never throws. */
  refresh(request: LockfileRequest): Promise<LockfileOutcome>
}
