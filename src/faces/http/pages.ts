/** The pages for people. Everything they need is in this program: they load nothing from anywhere else. */
import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'

interface Asset {
  /** In the bundle this is a path: the bundler puts one in the place of each address. */
  readonly url: URL | string
  readonly type: string
}

const html = 'text/html; charset=utf-8'
const css = 'text/css; charset=utf-8'
const script = 'text/javascript; charset=utf-8'

// The addresses are written out because the bundler follows them, from the same depth in src/ and in lib/.
const pages: Readonly<Record<string, Asset>> = {
  '/': { url: new URL('../../../src/faces/http/pages/status.html', import.meta.url), type: html },
  '/docs': { url: new URL('../../../src/faces/http/pages/docs.html', import.meta.url), type: html },
}
const assets: Readonly<Record<string, Asset>> = {
  '/assets/status.css': { url: new URL('../../../src/faces/http/pages/status.css', import.meta.url), type: css },
  '/assets/status.js': { url: new URL('../../../src/faces/http/pages/status.js', import.meta.url), type: script },
  '/assets/docs.css': { url: new URL('../../../src/faces/http/pages/docs.css', import.meta.url), type: css },
  '/assets/docs.js': { url: new URL('../../../src/faces/http/pages/docs.js', import.meta.url), type: script },
  '/assets/rapidoc.js': {
    url: new URL('../../../node_modules/rapidoc/dist/rapidoc-min.js', import.meta.url),
    type: script,
  },
}

const policy = (style: string) =>
  `default-src 'none'; script-src 'self'; style-src ${style}; connect-src 'self'; img-src 'self' data:; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** RapiDoc puts style elements into its shadow trees; scripts stay limited to our own everywhere. */
const policies: Readonly<Record<string, string>> = {
  '/': policy("'self'"),
  '/docs': policy("'self' 'unsafe-inline'"),
}

export function addPages(app: Hono): void {
  const kept = new Map<Asset, Uint8Array<ArrayBuffer>>()
  const content = (asset: Asset) => {
    const bytes = kept.get(asset) ?? new Uint8Array(readFileSync(asset.url))
    kept.set(asset, bytes)
    return bytes
  }
  for (const [path, asset] of Object.entries(pages)) {
    const headers = { 'content-type': asset.type, 'content-security-policy': policies[path] ?? '' }
    app.get(path, () => new Response(content(asset), { headers }))
  }
  for (const [path, asset] of Object.entries(assets)) {
    const headers = { 'content-type': asset.type, 'cache-control': 'no-cache' }
    app.get(path, () => new Response(content(asset), { headers }))
  }
  app.get('/redoc', (c) => c.redirect('/docs'))
}
