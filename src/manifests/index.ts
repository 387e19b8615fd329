/** The manifests room's only door: text in, plans out. */
export { adoptedFormat, findableManifests, lockfilesOf, manifestFormatOf, relatedPaths } from './discovery.ts'
export type {
  Change,
  Ecosystem,
  EditPlan,
  ManifestFormat,
  ManifestText,
  Refusal,
} from './format.ts'
export { planEdit } from './plan-edit.ts'
export { decodeManifest, encodeManifest } from './splice.ts'
