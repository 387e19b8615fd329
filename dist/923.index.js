export const id = 923;
export const ids = [923];
export const modules = {

/***/ 4923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   measureDrift: () => (/* binding */ measureDrift)
/* harmony export */ });
/* harmony import */ var node_dgram__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41314);
/** One SNTP question (RFC 4330): how far this machine's clock is off. */

/** Seconds between 1900 (NTP) and 1970 (Unix). */
const era = 2_208_988_800;
/** Asks `server` (a host, with `:port` if it is not 123). Undefined when there is no usable answer in time. */
function measureDrift(server, now, timeout = 3_000) {
    const [host = server, port = '123'] = server.split(':');
    return new Promise((resolve) => {
        const socket = (0,node_dgram__WEBPACK_IMPORTED_MODULE_0__.createSocket)('udp4');
        const sent = now();
        const end = (drift) => {
            clearTimeout(timer);
            socket.close();
            resolve(drift);
        };
        const timer = setTimeout(end, timeout);
        socket.on('error', () => end());
        socket.on('message', (packet) => end(readAnswer(packet, sent, now())));
        socket.send(question(sent), Number(port), host, (error) => {
            if (error)
                end();
        });
    });
}
function question(sent) {
    const packet = Buffer.alloc(48);
    packet[0] = 0b00_100_011; // no leap warning, version 4, client
    writeTime(packet, 40, sent);
    return packet;
}
function readAnswer(packet, sent, received) {
    const mode = (packet[0] ?? 0) & 0b111;
    const stratum = packet[1] ?? 0;
    if (packet.length < 48 || mode !== 4 || stratum === 0 || stratum > 15)
        return undefined;
    const arrived = readTime(packet, 32);
    const left = readTime(packet, 40);
    return { driftMs: Math.round((arrived - sent + (left - received)) / 2), checkedAt: received };
}
function writeTime(packet, at, time) {
    packet.writeUInt32BE(Math.floor(time / 1000) + era, at);
    packet.writeUInt32BE(Math.floor(((time % 1000) / 1000) * 2 ** 32), at + 4);
}
function readTime(packet, at) {
    return (packet.readUInt32BE(at) - era) * 1000 + (packet.readUInt32BE(at + 4) / 2 ** 32) * 1000;
}


/***/ })

};
