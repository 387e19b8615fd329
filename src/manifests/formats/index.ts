import type { ManifestFormat } from '../format.ts'
import { cargoToml } from './cargo-toml.ts'
import { composerJson } from './composer-json.ts'
import { gemfile } from './gemfile.ts'
import { gemspec } from './gemspec.ts'
import { goMod } from './go-mod.ts'
import { gradleBuild } from './gradle-build.ts'
import { gradleLogic } from './gradle-logic.ts'
import { gradleProperties } from './gradle-properties.ts'
import { gradleVersionsProps } from './gradle-versions-props.ts'
import { mavenExtensions, tychoTarget } from './maven-extensions.ts'
import { mavenPom } from './maven-pom.ts'
import { dotnetTools, globalJson } from './nuget-json.ts'
import { nugetPackagesConfig } from './nuget-packages-config.ts'
import { nugetProject } from './nuget-project.ts'
import { packageJson } from './package-json.ts'
import { pipfile } from './pipfile.ts'
import { pnpmWorkspace } from './pnpm-workspace.ts'
import { pyproject } from './pyproject.ts'
import { pythonScript } from './python-script.ts'
import { requirements } from './requirements.ts'
import { setupCfg } from './setup-cfg.ts'
import { setupPy } from './setup-py.ts'
import { versionCatalog } from './version-catalog.ts'
import { yarnrc } from './yarnrc.ts'

/** Every format there is. A new manifest is one file and one line here. */
export const formats: readonly ManifestFormat[] = [
  pnpmWorkspace,
  yarnrc,
  packageJson,
  composerJson,
  mavenPom,
  // Before MSBuild's, whose files may have the same name.
  gradleVersionsProps,
  nugetProject,
  nugetPackagesConfig,
  globalJson,
  dotnetTools,
  mavenExtensions,
  tychoTarget,
  requirements,
  pyproject,
  pipfile,
  goMod,
  cargoToml,
  versionCatalog,
  gradleBuild,
  gradleProperties,
  gradleLogic,
  setupCfg,
  setupPy,
  // Behind setup.py, which is a script too.
  pythonScript,
  gemfile,
  gemspec,
]
