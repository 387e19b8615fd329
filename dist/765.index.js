export const id = 765;
export const ids = [765];
export const modules = {

/***/ 95765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gitVersion: () => (/* binding */ gitVersion)
/* harmony export */ });
/* harmony import */ var _git_process_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48390);

/** The version that `git version` names, like `2.39.5`; undefined where there is no git that answers. */
async function gitVersion(environment, log) {
    try {
        const asked = { args: ['version'], environment: { PATH: environment.PATH ?? '' }, directory: '/' };
        const { stdout } = await (0,_git_process_js__WEBPACK_IMPORTED_MODULE_0__/* .runGit */ .E)(asked, { gitPath: 'git', timeoutMs: 10_000, log });
        return /\d+\.\d+[.\w]*/.exec(stdout.toString('latin1'))?.[0];
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 48390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ runGit),
/* harmony export */   N: () => (/* binding */ commandOf)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16698);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77598);
/* harmony import */ var node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53053);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81260);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3828);
/**
 * One git process: argument array, no shell, bounded in time, killed whole. `@actions/exec` starts it but hands out no
 * process, so two things are taken elsewhere: the process ids from git's own trace (it names every process of the tree,
 * also the transport that a killed `git fetch` would leave behind), and a guard on stdin from Node's `child_process`
 * channel (an unguarded EPIPE, when git dies before it has read everything, would end the whole program).
 */





const stderrLimit = 256 * 1024;
/** Between SIGTERM and SIGKILL, and between SIGKILL and giving up on it. */
const graceMs = 1000;
const guarded = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
let guarding = false;
function guardInputs() {
    if (guarding)
        return;
    guarding = true;
    (0,node_diagnostics_channel__WEBPACK_IMPORTED_MODULE_2__.subscribe)('child_process', (message) => {
        if (!guarded.getStore())
            return;
        const child = message.process;
        // The channel speaks before the pipes exist and before any of their errors.
        process.nextTick(() => child.stdin?.on('error', () => { }));
    });
}
/** The tree of one git process, as its trace on stderr tells it. Lines count only with the run's own random prefix. */
class ProcessTree {
    #started;
    #ended;
    #alive = new Set();
    #stopping;
    #rest = '';
    constructor(run) {
        this.#started = `{"event":"version","sid":"${run}/`;
        this.#ended = `{"event":"atexit","sid":"${run}/`;
    }
    /** Reads more of stderr. */
    read(text) {
        const lines = (this.#rest + text).split('\n');
        this.#rest = lines.pop()?.slice(0, stderrLimit) ?? '';
        for (const line of lines) {
            const pid = Number.parseInt(/^\{"event":"[a-z]+","sid":"[^"]*-P([0-9a-f]{8})"/.exec(line)?.[1] ?? '', 16);
            if (line.startsWith(this.#ended))
                this.#alive.delete(pid);
            else if (line.startsWith(this.#started) && pid > 1)
                this.#add(pid);
        }
    }
    #add(pid) {
        this.#alive.add(pid);
        if (this.#stopping)
            kill(pid, this.#stopping);
    }
    stop(signal) {
        this.#stopping = signal;
        for (const pid of this.#alive)
            kill(pid, signal);
    }
}
function kill(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch {
        // It has ended by itself.
    }
}
function interrupted() {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)('interrupted', 'git was stopped because the run was cancelled.', 'Run the same batch again to go on.');
}
function timedOut(command, timeoutMs) {
    const seconds = Math.round(timeoutMs / 1000);
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)('timed-out', `git ${command} did not finish within ${seconds} s and was stopped.`, 'Run it again; if it stays, look at the network path to the git host.', { seconds });
}
function notStarted(error) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .fail */ .fJ)('git-missing', 'git could not be started.', 'Install git 2.39 or newer and make sure that it is on the PATH.', {}, error);
}
/** The command among git's arguments: `push` of `-c pack.window=0 push …`. */
function commandOf(args) {
    return args.find((arg) => /^[a-z][a-z-]*$/.test(arg)) ?? '';
}
/** Runs git to its end. A non-zero exit is a result; thrown are `interrupted`, `timed-out` and `git-missing`. */
async function runGit(run, options) {
    if (options.signal?.aborted)
        throw interrupted();
    guardInputs();
    const started = performance.now();
    const watch = new Watch(run, options);
    try {
        const result = await watch.result();
        const ms = Math.round(performance.now() - started);
        options.log.write('debug', `git ${commandOf(run.args)}`, { exit: result.exitCode, ms });
        return result;
    }
    finally {
        watch.end();
    }
}
class Watch {
    #run;
    #options;
    #id = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.randomUUID)();
    #tree = new ProcessTree(this.#id);
    #stdout = [];
    #stderr = [];
    #timers = [];
    #stderrLength = 0;
    #why;
    #giveUp = () => { };
    #abort = () => this.#stop(interrupted());
    constructor(run, options) {
        this.#run = run;
        this.#options = options;
    }
    async result() {
        const givenUp = new Promise((_, reject) => {
            this.#giveUp = reject;
        });
        const { timeoutMs, signal } = this.#options;
        this.#timers.push(setTimeout(() => this.#stop(timedOut(commandOf(this.#run.args), timeoutMs)), timeoutMs));
        signal?.addEventListener('abort', this.#abort, { once: true });
        const exitCode = await Promise.race([this.#start(), givenUp]);
        if (this.#why)
            throw this.#why;
        return { exitCode, stdout: Buffer.concat(this.#stdout), stderr: this.#said() };
    }
    end() {
        this.#options.signal?.removeEventListener('abort', this.#abort);
        for (const timer of this.#timers)
            clearTimeout(timer);
    }
    async #start() {
        const { args, environment, directory, input } = this.#run;
        const env = { ...environment, GIT_TRACE2_EVENT: '1', GIT_TRACE2_EVENT_BRIEF: '1', GIT_TRACE2_PARENT_SID: this.#id };
        const listeners = {
            stdout: (chunk) => void this.#stdout.push(chunk),
            stderr: (chunk) => this.#hear(chunk),
        };
        // Without an input @actions/exec would leave stdin open.
        const options = { env, cwd: directory, silent: true, ignoreReturnCode: true, delay: graceMs, listeners };
        const started = guarded.run(true, () => (0,_actions_exec__WEBPACK_IMPORTED_MODULE_3__/* .exec */ .m)(`"${this.#options.gitPath}"`, [...args], { ...options, input: Buffer.from(input ?? []) }));
        return await started.catch((error) => {
            throw this.#why ?? notStarted(error);
        });
    }
    #hear(chunk) {
        this.#tree.read(chunk.toString('latin1'));
        if (this.#stderrLength < stderrLimit)
            this.#stderr.push(chunk);
        this.#stderrLength += chunk.length;
    }
    #said() {
        const own = `","sid":"${this.#id}/`;
        const lines = Buffer.concat(this.#stderr).toString('utf8').split('\n');
        return lines.filter((line) => !line.includes(own)).join('\n');
    }
    #stop(why) {
        if (this.#why)
            return;
        this.#why = why;
        this.#tree.stop('SIGTERM');
        this.#timers.push(setTimeout(() => this.#tree.stop('SIGKILL'), graceMs));
        this.#timers.push(setTimeout(() => this.#giveUp(why), 2 * graceMs));
    }
}


/***/ })

};
