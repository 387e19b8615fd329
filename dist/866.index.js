export const id = 866;
export const ids = [866];
export const modules = {

/***/ 20866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createLockfiles: () => (/* binding */ createLockfiles)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57975);
/**
 * Lockfiles, refreshed with the ecosystem's own tool in an empty folder that holds the manifest and the lockfile and
 * nothing else. Only tools that run no code of the repository for that are here: npm and pnpm without scripts, cargo.
 */




const npm = {
    command: 'npm',
    args: () => ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'],
    needsMore: /"workspaces"\s*:|"(?:file|link|workspace):/,
};
const tools = {
    'package-lock.json': npm,
    'npm-shrinkwrap.json': npm,
    'pnpm-lock.yaml': {
        command: 'pnpm',
        args: () => ['install', '--lockfile-only', '--ignore-scripts', '--ignore-pnpmfile'],
        needsMore: /"(?:file|link|workspace|catalog):/,
    },
    'Cargo.lock': {
        command: 'cargo',
        args: (packageName) => ['update', '--package', packageName],
        needsMore: /^\s*\[workspace|\bpath\s*=|\bworkspace\s*=/m,
        also: ['src/lib.rs'],
    },
};
const byHand = 'Refresh it on the branch with the package manager.';
/** Makes the port. */
function createLockfiles(options) {
    return {
        async refresh(request) {
            const tool = tools[request.name];
            if (!tool)
                return left(request, 'is refreshed by a tool that would run code of the repository, or by none');
            const texts = [...request.manifests.values()].map((bytes) => Buffer.from(bytes).toString('utf8'));
            if (texts.some((text) => tool.needsMore.test(text)))
                return left(request, 'belongs to a workspace, or to files beside it');
            const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(options.tempRoot, 'lockfile-'));
            try {
                return await refreshIn(folder, tool, request, options);
            }
            catch (error) {
                const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown';
                options.log.write('warn', 'lockfile not refreshed', { lockfile: request.name, tool: tool.command, code });
                return left(request, code === 'ENOENT' ? `needs ${tool.command}, which is not here` : `was refused by ${tool.command} (${code})`);
            }
            finally {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
            }
        },
    };
}
function left({ name }, why) {
    return { status: 'left', message: `"${name}" ${why}.`, hint: byHand };
}
async function refreshIn(folder, tool, request, { environment, signal, timeoutMs = 120_000 }) {
    const work = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'work');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(work);
    for (const [name, bytes] of request.manifests)
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(work, name), bytes);
    for (const name of tool.also ?? []) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(work, name, '..'), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(work, name), '');
    }
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(work, request.name), request.lockfile);
    // A home of its own: no configuration, credential or cache of the machine takes part.
    const env = {
        ...environment,
        HOME: folder,
        CARGO_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'cargo'),
        npm_config_cache: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'cache'),
        CI: 'true',
    };
    await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(tool.command, [...tool.args(request.packageName)], {
        cwd: work,
        env,
        timeout: timeoutMs,
        signal,
    });
    const content = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(work, request.name));
    return content.equals(request.lockfile)
        ? left(request, `was not changed by ${tool.command}`)
        : { status: 'refreshed', content };
}


/***/ })

};
