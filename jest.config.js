import { spawnSync } from 'node:child_process'

const redisThere = spawnSync('redis-server', ['--version']).status === 0

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Most of the time goes to processes that wait for one another: every core may run a file.
  maxWorkers: '100%',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  // Where there is no redis-server, redis-there.test.ts is skipped in their place and says why.
  testPathIgnorePatterns: ['/node_modules/', ...(redisThere ? [] : ['<rootDir>/__tests__/redis/'])],
  // Jest reads every package.json it meets, and those of the fixtures are broken on purpose.
  modulePathIgnorePatterns: ['<rootDir>/__tests__/manifests/fixtures/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  testTimeout: 60_000,
}
