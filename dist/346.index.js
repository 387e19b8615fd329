export const id = 346;
export const ids = [346];
export const modules = {

/***/ 81531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JX: () => (/* binding */ busyTimeout),
/* harmony export */   Nj: () => (/* binding */ guarded),
/* harmony export */   Tq: () => (/* binding */ openFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_sqlite__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80099);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/** How every SQLite file of this program is opened: its folder, the settings for durability, whose turn it is, and errors. */




/** Milliseconds that a process waits while another writes. */
const busyTimeout = 10_000;
/**
 * Opens (and makes, if need be) a file, and brings its tables about with `layOut`. With WAL and synchronous=FULL a commit
 * is on the disk before the program goes on. Turning WAL on needs the file for itself for a moment and does not wait for
 * others (SQLITE_BUSY at once), so processes that start together take turns here; `layOut` may therefore run again.
 */
function openFile(path, layOut) {
    if (path !== ':memory:')
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    for (const until = performance.now() + busyTimeout;;) {
        const db = new node_sqlite__WEBPACK_IMPORTED_MODULE_2__.DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: busyTimeout });
        try {
            db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
            layOut(db);
            return db;
        }
        catch (error) {
            db.close();
            if (!isBusy(error) || performance.now() > until)
                throw error;
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
        }
    }
}
/**
 * The folder and those above it. Node's own recursive mkdir never returns where a folder is there but takes none (/proc):
 * there mkdir says that the folder above is missing, and Node goes up and down for ever.
 */
function makeFolder(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false }))
        return;
    makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path, { mode: 0o700 });
    }
    catch (error) {
        if (!hasCode(error, 'EEXIST'))
            throw error;
    }
}
const hasCode = (error, code) => Error.isError(error) && 'code' in error && error.code === code;
/** SQLITE_BUSY, and its extended codes, which have it in their low byte. */
const isBusy = (error) => Error.isError(error) && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5;
/** Does the work; whatever fails means that `what` (the journal, the queue) is away. SQLite's own texts are not told. */
function guarded(path, what, work) {
    try {
        return work();
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .HR)
            throw error;
        throw (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('journal-unavailable', `The ${what} cannot be read or written (${reasonOf(error)}).`, 'Check that its folder is writable and its disk not full, or name another file with --journal (the journal input). Nothing is done without a journal.', { journal: path }, error);
    }
}
/** SQLite's short words (`disk I/O error`), the code of the file system (`EACCES`), or the error's name. */
function reasonOf(error) {
    if (!Error.isError(error))
        return '';
    if ('errstr' in error)
        return String(error.errstr);
    return 'code' in error ? String(error.code) : error.name;
}


/***/ }),

/***/ 76346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTokenUses: () => (/* binding */ openTokenUses)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3828);
/* harmony import */ var _sqlite_open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81531);
/** The memory of the replay guard in SQLite: a file beside the journal, safe between processes. */


/** Opens, and makes, the file beside that of the journal. `now` is in epoch ms. Throws `journal-unavailable`. */
function openTokenUses(journalPath, now) {
    const path = journalPath === ':memory:' ? journalPath : `${journalPath}.tokens`;
    const database = attempt(() => (0,_sqlite_open_js__WEBPACK_IMPORTED_MODULE_1__/* .openFile */ .Tq)(path, (db) => db.exec('CREATE TABLE IF NOT EXISTS token_use (id TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT')));
    return {
        async claim(id, until) {
            return attempt(() => {
                database.prepare('DELETE FROM token_use WHERE until < ?').run(now());
                const { changes } = database.prepare('INSERT OR IGNORE INTO token_use VALUES (?, ?)').run(id, until);
                return Number(changes) === 1;
            });
        },
        async close() {
            database.close();
        },
    };
}
function attempt(act) {
    try {
        return act();
    }
    catch (error) {
        throw unavailable(error);
    }
}
function unavailable(error) {
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)('journal-unavailable', 'The memory of used tokens cannot be written.', 'Check that the directory of the journal exists, can be written to, and has space left.', {}, error);
}


/***/ })

};
