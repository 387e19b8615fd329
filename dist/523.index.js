export const id = 523;
export const ids = [523];
export const modules = {

/***/ 18067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
/** The version of this program; a test holds it to package.json. */
const version = '0.1.0';


/***/ }),

/***/ 90523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommand: () => (/* binding */ runCommand)
});

// EXTERNAL MODULE: ./lib/core/errors.js
var errors = __webpack_require__(3828);
// EXTERNAL MODULE: ./lib/core/version.js
var version = __webpack_require__(18067);
;// CONCATENATED MODULE: ./lib/faces/cli/help.js
/** What `--help` prints for each command. */
const runHelp = `Carries out a batch from this machine: Jira issues, branches, pull requests, comments.

Usage: create-issues-and-prs run --request FILE|- [options]

  --request FILE   the request as JSON; - reads standard input
  --dry-run        plan everything, change nothing anywhere
  --json           print the response as one JSON document
  --journal PATH   where effects are remembered (default: JOURNAL, else below XDG_STATE_HOME)
  --shard I/N      do the I-th of N parts, cut by repository; the request may then hold 10,000 items (default: SHARD)

Credentials that the request leaves out come from GITHUB_TOKEN, JIRA_TOKEN and JIRA_EMAIL.
Exit code: 0 done, 1 some item failed, 2 the request or the configuration is wrong.

Examples:
  create-issues-and-prs run --request batch.json --dry-run
  create-issues-and-prs run --request large.json --shard 1/4
  jq . batch.json | create-issues-and-prs run --request - --json
`;
const editHelp = `Raises a package in manifests, byte for byte, and does nothing else.

Usage: create-issues-and-prs edit --package P --from A --to B [options] FILE...
       create-issues-and-prs edit --ndjson

  --package P      the package, as its ecosystem names it (Maven: group:artifact)
  --from A         the version believed to be in use
  --to B           the safe version: nothing below it is admitted after the edit
  --ecosystem E    npm, pypi, golang, maven, gem, cargo, composer or nuget
  --strict-floor   give an unbounded constraint a floor too
  --allow-shared-versions   raise a variable although other packages use it
  --diff           print what would change (default)
  --check          change nothing; exit 1 when something would change
  --write          change the files
  --ndjson         one JSON request a line on standard input, one answer a line on standard output

Exit code: 0 done or nothing to do, 1 refused (or, with --check, something would change), 2 wrong usage.

Examples:
  create-issues-and-prs edit --package lodash --from 4.17.19 --to 4.17.21 --diff package.json
  create-issues-and-prs edit --package org.slf4j:slf4j-api --from 1.7.30 --to 1.7.36 --write pom.xml
  echo '{"id":1,"path":"go.mod","content":"module m\\nrequire a.b/c v1.0.0\\n","package":"a.b/c","from":"v1.0.0","to":"v1.0.1"}' | create-issues-and-prs edit --ndjson
`;
const serveHelp = `Takes batches over HTTP: POST /internal/create-issues-and-prs, a status page at /, the API at /docs.

Usage: create-issues-and-prs serve [--host HOST] [--port PORT] [--journal PATH] [--serve-for TIME]

  --host HOST       address to bind (default: HOST, else 127.0.0.1)
  --port PORT       port, 0 for a free one (default: PORT, else 8081)
  --journal PATH    where batches and effects are remembered (default: JOURNAL, else below XDG_STATE_HOME)
  --serve-for TIME  drain and end after this time, like 90s, 45m or 5h30m (default: serve until SIGTERM)

JWT_SECRET_KEY is needed. Further settings are in .env.example.
Exit code: 0 drained, 2 the configuration is wrong.

Examples:
  JWT_SECRET_KEY=... create-issues-and-prs serve
  node --env-file=.env dist/index.js serve --host 0.0.0.0
`;
const checkHelp = `Says what is configured, which tools are there, and how far the clock is off.

Usage: create-issues-and-prs check [--request FILE|-] [--json]

  --request FILE   also say of every repository and Jira project of this batch which rights its token needs and which
                   it has; read what the batch would read; and say through which ways in it fits. The file may be a
                   sealed request. Nothing is written anywhere
  --json           print one JSON document

"unknown" is a right that no read tells: GitHub or Jira shows it at the first write.
Exit code: 0 all is well, 1 something is missing, 2 wrong usage.

Examples:
  create-issues-and-prs check
  create-issues-and-prs check --request batch.json
`;
const tokenHelp = `Signs a JWT with JWT_SECRET_KEY, for trying things out.

Usage: create-issues-and-prs token [--claims JSON] [--expires-in SECONDS] [--request FILE|-]

  --claims JSON        further claims, as a JSON object
  --expires-in SECONDS how long it is valid (default 300)
  --request FILE       bind the token to this request (request_sha256) and give it a jti

Examples:
  JWT_SECRET_KEY=... create-issues-and-prs token --claims '{"sub":"me"}'
  JWT_SECRET_KEY=... create-issues-and-prs token --request batch.json --expires-in 600
`;
const sealHelp = `Signs a token for a request and encrypts both in one string (a compact JWE). Send it in place of the JSON: what GitHub
stores and shows of a dispatch then holds no credential.

Usage: create-issues-and-prs seal --request FILE|- [--public-key FILE] [--jwt FILE] [--expires-in SECONDS]

  --request FILE       the request as JSON; - reads standard input
  --public-key FILE    seal to this EC or X25519 key (ECDH-ES); the service opens it with SEAL_PRIVATE_KEY
                       (default: seal with a key derived from JWT_SECRET_KEY)
  --jwt FILE           take this token along instead of signing one with JWT_SECRET_KEY
  --expires-in SECONDS how long the token is valid (default 300)

Examples:
  JWT_SECRET_KEY=... create-issues-and-prs seal --request batch.json
  JWT_SECRET_KEY=... create-issues-and-prs seal --request batch.json --public-key seal.pub
`;
const journalHelp = `Shows what is remembered of batches, and forgets it.

Usage: create-issues-and-prs journal list [options]
       create-issues-and-prs journal show <batch-id> [options]
       create-issues-and-prs journal clear <batch-id>|--older-than DAYS [options]

  --journal PATH     which journal (default: JOURNAL, else below XDG_STATE_HOME; REDIS_URL wins over both)
  --older-than DAYS  clear the finished batches that began longer ago than that
  --json             print one JSON document

A step "in doubt" was begun and never seen to end: the next run of the batch looks for it before it does it again.
"twins possible" was done after such a doubt: later runs look whether it stands twice, and say so.
A cleared batch that is sent again is not done twice: GitHub and Jira are asked first. A batch that runs is not cleared.

Examples:
  create-issues-and-prs journal list
  create-issues-and-prs journal show 3f2a9c51d07b --json
  create-issues-and-prs journal clear --older-than 30
`;

;// CONCATENATED MODULE: ./lib/faces/cli/run-command.js
/** The command line: which command, its help, and what is common to all. */



const commands = {
    run: {
        help: runHelp,
        summary: 'carry out a batch from this machine',
        run: async (invocation) => (await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(68), __webpack_require__.e(569), __webpack_require__.e(754), __webpack_require__.e(803), __webpack_require__.e(272), __webpack_require__.e(909)]).then(__webpack_require__.bind(__webpack_require__, 97909))).run(invocation),
    },
    edit: {
        help: editHelp,
        summary: 'raise a package in manifests, nothing else',
        run: async (invocation) => (await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(569), __webpack_require__.e(803), __webpack_require__.e(120)]).then(__webpack_require__.bind(__webpack_require__, 29120))).edit(invocation),
    },
    serve: {
        help: serveHelp,
        summary: 'take batches over HTTP, until stopped',
        run: async (invocation) => (await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(68), __webpack_require__.e(569), __webpack_require__.e(586), __webpack_require__.e(754), __webpack_require__.e(803), __webpack_require__.e(272), __webpack_require__.e(316), __webpack_require__.e(945)]).then(__webpack_require__.bind(__webpack_require__, 88256))).serve(invocation),
    },
    check: {
        help: checkHelp,
        summary: 'what is configured, and what is missing',
        run: async (invocation) => (await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(68), __webpack_require__.e(569), __webpack_require__.e(754), __webpack_require__.e(803), __webpack_require__.e(272), __webpack_require__.e(153)]).then(__webpack_require__.bind(__webpack_require__, 57153))).check(invocation),
    },
    journal: {
        help: journalHelp,
        summary: 'what is remembered of batches, and clearing it',
        run: async (invocation) => (await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(68), __webpack_require__.e(569), __webpack_require__.e(754), __webpack_require__.e(803), __webpack_require__.e(272), __webpack_require__.e(796)]).then(__webpack_require__.bind(__webpack_require__, 8796))).journal(invocation),
    },
    token: {
        help: tokenHelp,
        summary: 'sign a JWT for trying things out',
        run: async (invocation) => (await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(68), __webpack_require__.e(754), __webpack_require__.e(386)]).then(__webpack_require__.bind(__webpack_require__, 8386))).token(invocation),
    },
    seal: {
        help: sealHelp,
        summary: 'encrypt a request with its token, to send it openly',
        run: async (invocation) => (await Promise.all(/* import() */[__webpack_require__.e(547), __webpack_require__.e(68), __webpack_require__.e(754), __webpack_require__.e(458)]).then(__webpack_require__.bind(__webpack_require__, 91077))).seal(invocation),
    },
};
const usage = () => `create-issues-and-prs: one batch in, Jira issues and pull requests out

Usage: create-issues-and-prs <command> [options]

Commands:
${Object.entries(commands)
    .map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`)
    .join('\n')}

Examples:
  create-issues-and-prs run --request batch.json --dry-run
  create-issues-and-prs edit --package lodash --from 4.17.19 --to 4.17.21 --diff package.json
  create-issues-and-prs <command> --help
`;
/** Runs one command. Answers the exit code: 0, 1 (some item failed), 2 (usage or configuration). */
async function runCommand(services, args, env) {
    const [name = '', ...rest] = args;
    if (name === '--help' || name === '-h' || name === 'help') {
        process.stdout.write(usage());
        return 0;
    }
    if (name === '--version') {
        process.stdout.write(`${version/* version */.r}\n`);
        return 0;
    }
    const command = commands[name];
    if (!command) {
        throw (0,errors/* fail */.fJ)('usage', `"${name}" is no command.`, `Use one of ${Object.keys(commands).join(', ')}; --help shows examples.`);
    }
    if (rest.includes('--help') || rest.includes('-h')) {
        process.stdout.write(command.help);
        return 0;
    }
    return command.run({ services, args: rest, env });
}


/***/ })

};
