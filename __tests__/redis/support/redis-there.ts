/** Whether this machine has a redis-server. jest.config.js leaves `__tests__/redis` out where it has none. */
import { spawnSync } from 'node:child_process'

export const redisThere = spawnSync('redis-server', ['--version']).status === 0
