/**
 * What is to be done for an item, decided from what was read, before anything is written anywhere. Pure but for the
 * shelf's reads.
 */
import type { FileDiff, Item, Phase, Warning } from '../core/batch.ts'
import { asFailure, type Failure, fail } from '../core/errors.ts'
import type { Lockfiles } from '../core/lockfiles.ts'
import type { BranchTip, RepositorySnapshot } from '../core/ports.ts'
import { type EditPlan, encodeManifest, type ManifestText, planEdit } from '../manifests/index.ts'
import { fileDiff } from './diff.ts'
import { type ManifestShelf, namedPaths } from './find-manifests.ts'
import { lockfileChanges } from './lockfiles.ts'

type Edit = Extract<EditPlan, { status: 'edit' }>
type Refused = Extract<EditPlan, { status: 'refused' }>

/** `edit` carries everything the steps need; the others say why there is nothing to push. */
export type Decision =
  | {
      readonly kind: 'edit'
      readonly snapshot: RepositorySnapshot
      readonly plan: Edit
      readonly contents: ReadonlyMap<string, Uint8Array>
      readonly diffs: readonly FileDiff[]
      readonly warnings: readonly Warning[]
      /** The branch of an earlier run of this very item, where it is still there. */
      readonly mine: BranchTip | undefined
    }
  | { readonly kind: 'already'; readonly warnings: readonly Warning[] }
  | { readonly kind: 'refused'; readonly refusal: Refused['refusal']; readonly warnings: readonly Warning[] }
  | { readonly kind: 'failed'; readonly phase: Phase; readonly failure: Failure }

/** The trailers by which a later run knows a branch of its own. */
export const itemTrailer = 'Batch-Item'
export const issueTrailer = 'Jira-Issue'

/** Decides one item. Never throws: a failure is a decision too. */
export async function decide(
  item: Item,
  snapshot: RepositorySnapshot,
  shelf: ManifestShelf,
  tips: readonly BranchTip[],
  lockfiles: Lockfiles | undefined,
): Promise<Decision> {
  try {
    const files = await filesFor(item, snapshot, shelf)
    const plan = planEdit(files, item.change)
    const warnings = plan.notes.map(({ code, message, hint }) => ({ code, message, hint }))
    if (plan.status === 'already') return { kind: 'already', warnings }
    if (plan.status === 'refused') return { kind: 'refused', refusal: plan.refusal, warnings }
    const mine = tips.find((tip) => tip.trailers.get(itemTrailer) === item.key)
    if (!mine) refuseForeign(item, tips)
    const own = plan.files.map(({ path, text }): [string, Uint8Array] => [path, encodeManifest(text)])
    // A branch that an earlier run pushed holds its lockfiles already.
    const locked = await lockfileChanges(item, plan.files, snapshot, mine ? undefined : lockfiles)
    return {
      kind: 'edit',
      snapshot,
      plan,
      contents: new Map([...own, ...locked.contents]),
      diffs: [...plan.files.map(({ path, text }) => fileDiff(path, textOf(files, path), text)), ...locked.diffs],
      warnings: [...warnings, ...locked.warnings],
      mine,
    }
  } catch (error) {
    return { kind: 'failed', phase: 'read', failure: asFailure(error) }
  }
}

async function filesFor(item: Item, snapshot: RepositorySnapshot, shelf: ManifestShelf) {
  const named = item.pullRequest.dependencyFiles
  if (named.length === 0) return shelf.searched()
  const paths = namedPaths(snapshot, named)
  const files = await shelf.withRelated(paths)
  shelf.refuseStrangers(paths)
  const broken = paths.find((path) => shelf.isUndecodable(path))
  if (broken !== undefined) {
    throw fail('not-a-manifest', `"${broken}" is not UTF-8 text.`, 'Save the file as UTF-8 and send the batch again.', {
      path: broken,
    })
  }
  return files
}

function textOf(files: readonly ManifestText[], path: string): string {
  return files.find((file) => file.path === path)?.text ?? ''
}

/** A branch with the wanted name that is not this item's is somebody's work: found out before the issue is created. */
function refuseForeign(item: Item, tips: readonly BranchTip[]): void {
  const foreign = tips.find(({ branch }) => branch === item.pullRequest.branchName)
  if (foreign) throw foreignBranch(foreign.branch, foreign)
}

/** The failure that names the commit that stands in the way, and its author. */
export function foreignBranch(branch: string, tip?: BranchTip): Failure {
  const whose = tip ? ` with commit ${tip.oid.slice(0, 12)} by ${tip.author.name}` : ''
  return fail(
    'branch-foreign',
    `Branch "${branch}" already exists${whose}, and was not made for this item.`,
    'Choose another branch_name (with {{jira_key}} in it, it is new each time), or delete that branch if nobody needs it.',
    tip ? { branch, commit: tip.oid, author: tip.author.name } : { branch },
  )
}
