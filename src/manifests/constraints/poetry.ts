import { pythonDialect } from './python.ts'
import { parsePoetry } from './python-parse.ts'

/** `poetry` is the dialect of `[tool.poetry]`: caret, tilde, `1.2.*`, `||`, bare exact versions and PEP 440 clauses. */
export const poetry = pythonDialect('poetry', parsePoetry)
