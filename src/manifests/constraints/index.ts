import type { ConstraintDialect, Dialect } from '../format.ts'
import { cargo } from './cargo.ts'
import { composer } from './composer.ts'
import { exact, tag } from './exact.ts'
import { gem } from './gem.ts'
import { go } from './go.ts'
import { gradle } from './gradle.ts'
import { maven } from './maven.ts'
import { npm } from './npm.ts'
import { nuget } from './nuget.ts'
import { pep440 } from './pep440.ts'
import { poetry } from './poetry.ts'

/** The grammar and order of versions of each dialect. */
export const dialects: Readonly<Partial<Record<Dialect, ConstraintDialect>>> = {
  cargo,
  composer,
  exact,
  gem,
  go,
  gradle,
  maven,
  npm,
  nuget,
  pep440,
  poetry,
  tag,
}
