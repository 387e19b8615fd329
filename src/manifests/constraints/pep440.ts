import { pythonDialect } from './python.ts'
import { parsePep440 } from './python-parse.ts'

/** `pep440` is the dialect of requirement lines, PEP 621 and Pipfile: comma-joined specifiers, and Pipfile's `*`. */
export const pep440 = pythonDialect('pep440', parsePep440)
