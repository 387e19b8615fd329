export const id = 346;
export const ids = [346];
export const modules = {

/***/ 76346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openTokenUses: () => (/* binding */ openTokenUses)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_sqlite__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80099);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3828);
/** The memory of the replay guard in SQLite: a file beside the journal, safe between processes. */




/** Opens, and makes, the file beside that of the journal. `now` is in epoch ms. Throws `journal-unavailable`. */
function openTokenUses(journalPath, now) {
    const path = journalPath === ':memory:' ? journalPath : `${journalPath}.tokens`;
    const database = attempt(() => {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true, mode: 0o700 });
        const made = new node_sqlite__WEBPACK_IMPORTED_MODULE_2__.DatabaseSync(path);
        made.exec(`PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS token_use (id TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT`);
        return made;
    });
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
    return (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .fail */ .fJ)('journal-unavailable', 'The memory of used tokens cannot be written.', 'Check that the directory of the journal exists, can be written to, and has space left.', {}, error);
}


/***/ })

};
