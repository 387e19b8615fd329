import type { ManifestFormat } from '../format.ts'
import { scanRuby } from './ruby-declarations.ts'

const METHODS: ReadonlySet<string> = new Set(['add_dependency', 'add_runtime_dependency', 'add_development_dependency'])

/** A gem's own description: `*.gemspec`. */
export const gemspec: ManifestFormat = {
  id: '*.gemspec',
  ecosystem: 'gem',
  matches: (path) => /(?:^|\/)[^/]*\.gemspec$/.test(path),
  scan: (text) => scanRuby(text, (method, hasReceiver) => hasReceiver && METHODS.has(method)),
  lockfiles: ['Gemfile.lock', 'gems.locked'],
}
