/** The two pages in a real browser, against the real bundle; no request may leave the server they came from. */
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Browser, chromium, type Page } from 'playwright-core'
import { openScene, requestFor, tokenFor } from '../support/scene.ts'
import { type RunningServer, startServer } from '../support/serve.ts'
import type { World } from '../support/world.ts'

const weakTexts = `(${readFileSync(new URL('weak-texts.js', import.meta.url), 'utf8').replace('export ', '')})()`
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const route = '/internal/create-issues-and-prs'

let world: World
let server: RunningServer
let browser: Browser
let page: Page
let strangers: string[]
let complaints: string[]

const suite = executablePath === undefined ? describe.skip : describe
if (executablePath === undefined) test.skip('the pages need a Chromium on this machine', () => {})

suite('in a browser', () => {
  beforeAll(async () => {
    world = await openScene()
    server = await startServer()
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
    const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
    await send('first of all')
    browser = await chromium.launch({ executablePath: executablePath as string, args: [...args, ...quiet] })
  })

  afterAll(async () => {
    await browser.close()
    await server.stop()
    await world.stop()
  })

  beforeEach(async () => {
    strangers = []
    complaints = []
    page = await browser.newPage()
    page.setDefaultTimeout(15_000)
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) strangers.push(request.url())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  })

  afterEach(async () => {
    await page.close()
    expect(strangers).toEqual([])
    expect(complaints.filter((text) => !/status of (401|404)/.test(text))).toEqual([])
  })

  const send = (summary: string) => {
    const fields = { project: { key: 'SEC' }, issuetype: { name: 'Task' }, summary, description: 'x' }
    const broken = { name: 'left-pad', from: '1.3.0', to: '1.3.1', issue: { fields } }
    const wishes = [{ issue: { fields } }, { ...broken, pull: { dependency_files: ['elsewhere/package.json'] } }]
    const body = JSON.stringify(requestFor(world, wishes))
    return server.fetch(route, { method: 'POST', body, headers: { prefer: 'respond-async' } })
  }

  describe('the status page', () => {
    test('a batch moves live, with links, and errors with their hints; all by keyboard', async () => {
      world.latency = 60
      try {
        await send('seen in a browser')
        await page.goto(`${server.url}/`)
        await page.keyboard.press('Tab')
        expect(await focusedText(page)).toBe('Skip to the batches')
        await page.keyboard.press('Enter')
        await page.keyboard.press('Tab')
        await page.keyboard.type(await tokenFor())
        await page.keyboard.press('Enter')
        await page.locator('#batch-title').getByText('running').waitFor()
        const seen = new Set<string>()
        const badge = page.locator('#items li').first().locator('.badge')
        while (!seen.has('created') && !seen.has('failed')) seen.add((await badge.textContent()) ?? '')
        expect([...seen]).toEqual(expect.arrayContaining(['pushing the branch', 'opening the pull request', 'created']))
        await page.locator('#batch-title').getByText('completed').waitFor()
        expect(await page.locator('#counts').textContent()).toBe('2 of 2, 1 with an error')
      } finally {
        world.latency = 0
      }
      const links = page.locator('#items li').first().locator('a')
      const [ticket, pull] = await links.allTextContents()
      expect(ticket).toMatch(/^SEC-\d+$/)
      expect(pull).toMatch(/^Pull request #\d+$/)
      expect(await links.first().getAttribute('href')).toBe(`${world.jira.url}/browse/${ticket}`)
      expect(await page.locator('#items li').nth(1).locator('.note').textContent()).toMatch(/elsewhere.*Did you mean/)
      expect(await focusedText(page)).toContain('Batch ')
    })

    test('arrow keys move in the list, Enter opens, and the newest comes by itself', async () => {
      await page.goto(`${server.url}/`)
      await signIn(await tokenFor())
      const before = await page.locator('#batches button').count()
      await send('another one')
      await page.locator('#batches button').nth(before).waitFor()
      await page.locator('#batches button').first().focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.locator('#batches button[aria-current="true"]').nth(0).waitFor()
      const current = await page.locator('#batches button').nth(1).getAttribute('aria-current')
      expect(current).toBe('true')
    })

    test('the list moves by itself, and after a break it asks for what it missed', async () => {
      await page.goto(`${server.url}/`)
      const asked: (string | undefined)[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('/internal/events')) asked.push(request.headers()['last-event-id'])
      })
      await signIn(await tokenFor())
      expect(asked).toEqual([undefined])
      const taken = (await (await send('moves by itself')).json()) as { batch_id: string }
      const entry = page.locator(`#batches [data-batch="${taken.batch_id}"]`)
      await entry.getByText('1 failed').waitFor()
      const polled = await page.evaluate<number>(
        "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/internal/batches')).length",
      )
      expect(polled).toBe(0)
      await page.context().setOffline(true)
      const { batch_id } = (await (await send('sent while the line was broken')).json()) as { batch_id: string }
      await page.context().setOffline(false)
      await page.locator(`#batches [data-batch="${batch_id}"]`).waitFor()
    })

    test('a refused token is said in words, and no token is left anywhere when the page is opened again', async () => {
      await page.goto(`${server.url}/`)
      await page.fill('#token', 'nonsense')
      await page.keyboard.press('Enter')
      await page.locator('#sign-in-fault').getByText('The token was refused.').waitFor()
      const token = await tokenFor()
      await signIn(token)
      const kept = await page.evaluate<string>(
        'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.documentElement.outerHTML, location.href])',
      )
      expect(kept).not.toContain(token.slice(0, 20))
      await page.reload()
      expect(await page.locator('#sign-in').isVisible()).toBe(true)
      expect(await page.inputValue('#token')).toBe('')
    })

    test.each(['light', 'dark'] as const)(
      'in %s every text stands out, wide and narrow, and nothing overflows',
      async (scheme) => {
        await page.emulateMedia({ colorScheme: scheme })
        await page.goto(`${server.url}/`)
        await signIn(await tokenFor())
        for (const width of [1280, 360]) {
          await page.setViewportSize({ width, height: 800 })
          expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
        }
        expect(await page.evaluate(weakTexts)).toEqual([])
      },
    )
  })

  describe('the docs page', () => {
    test('shows every route and sends a request', async () => {
      await page.goto(`${server.url}/redoc`)
      expect(page.url()).toBe(`${server.url}/docs`)
      await page.getByText('Create Jira issues and pull requests').first().waitFor()
      await page.getByPlaceholder('api-token').fill(await tokenFor())
      await page.getByRole('button', { name: 'SET' }).click()
      await page.getByText('API key applied').first().waitFor()
      const operation = page.locator('[id="get-/internal/batches"]')
      const answered = page.waitForResponse((response) => response.url() === `${server.url}/internal/batches`)
      await operation.getByRole('button', { name: 'TRY' }).click()
      expect((await answered).status()).toBe(200)
      await operation.locator('.response-message').getByText('200').waitFor()
    })

    test('sends the dry-run example, and shows why it is refused', async () => {
      await page.goto(`${server.url}/docs`)
      const operation = page.locator('[id="post-/internal/create-issues-and-prs"]')
      await operation.getByRole('button', { name: 'TRY' }).click()
      await operation.getByText('The token was refused.').first().waitFor()
    })
  })
})

async function signIn(token: string): Promise<void> {
  await page.fill('#token', token)
  await page.keyboard.press('Enter')
  await page.locator('#items li').first().waitFor()
}

const focusedText = (where: Page) => where.evaluate<string>("document.activeElement?.textContent ?? ''")
