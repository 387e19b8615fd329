// The status page: asks for a token, lists the newest batches, and shows one as it moves. The token stays in a variable.

const $ = (id) => document.getElementById(id)

let token = ''
let chosen = ''
let watching = new AbortController()
let listening = new AbortController()
let items = []
/** The newest batches by their id, as the list shows them. */
const batches = new Map()
const mostListed = 50

// ---------------------------------------------------------------- elements

/** An element with text or children. Nothing that came from a server is ever read as markup. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter((child) => child !== null && child !== ''))
  return element
}

/** A link where the address is one, else its text. */
function link(url, text) {
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
  return isWeb ? make('a', { href: url, rel: 'noreferrer', target: '_blank' }, text) : make('span', {}, text)
}

const tones = {
  waiting: 'quiet',
  running: 'busy',
  completed: 'good',
  lost: 'bad',
  created: 'good',
  existing: 'good',
  unchanged: 'quiet',
  planned: 'busy',
  partial: 'warn',
  failed: 'bad',
}
const badge = (text, tone = 'busy') => make('span', { class: 'badge', 'data-tone': tone }, text)

const time = (text) => (text === null ? '' : `${text.slice(0, 10)} ${text.slice(11, 19)} IST`)

// ---------------------------------------------------------------- server

async function ask(path, signal, headers = {}) {
  const answer = await fetch(path, {
    headers: { ...headers, authorization: `Bearer ${token}` },
    signal: signal ?? null,
    cache: 'no-store',
  })
  if (answer.ok) return answer
  const told = await answer.json().catch(() => ({ detail: `The server answered ${answer.status}.`, hint: '' }))
  throw Object.assign(new Error(`${told.detail} ${told.hint}`), { status: answer.status })
}

async function showServer() {
  const place = $('server')
  try {
    const health = await (await fetch('/health', { cache: 'no-store' })).json()
    const ready = (await (await fetch('/ready', { cache: 'no-store' })).json()).status
    const clock = health.clock ? ` · clock ${health.clock.drift_ms >= 0 ? '+' : ''}${health.clock.drift_ms} ms` : ''
    place.dataset.state = ready === 'ready' ? 'ok' : 'away'
    $('server-text').textContent = `${ready} · ${health.version} · store ${health.store.kind}${clock}`
  } catch {
    place.dataset.state = 'away'
    $('server-text').textContent = 'not reachable'
  }
}

// ---------------------------------------------------------------- list

/** Follows the list; after a break it asks for what it missed. `ready` is told once, when the first answer is there. */
async function follow(signal, ready) {
  let last = ''
  for (let pause = 500; !signal.aborted; ) {
    try {
      const answer = await ask('/internal/events', signal, last === '' ? {} : { 'last-event-id': last })
      for await (const { event, id, data } of eventsOf(answer.body)) {
        if (signal.aborted) return
        last = id
        pause = 500
        if (event === 'batches') batches.clear()
        for (const batch of event === 'batches' ? data.batches : [data]) batches.set(batch.batch_id, batch)
        showList()
        showLine('')
        ready?.()
        ready = undefined
      }
    } catch (error) {
      if (signal.aborted) return
      if (error.status === 401 || ready) return signOut(error.status ? error.message : unreachable)
    }
    showLine(`${unreachable} Trying again …`)
    await new Promise((resolve) => setTimeout(resolve, pause))
    pause = Math.min(pause * 2, 10_000)
  }
}

const unreachable = 'The server does not answer.'

/** Says that what is shown may be old, or nothing. */
function showLine(text) {
  $('line').hidden = text === ''
  $('line').textContent = text
}

function showList() {
  const newest = [...batches.values()].sort((a, b) => (a.accepted_at < b.accepted_at ? 1 : -1)).slice(0, mostListed)
  $('list-empty').hidden = newest.length > 0
  $('batch').hidden = newest.length === 0
  const list = $('batches')
  const hadFocus = document.activeElement?.dataset?.batch
  list.replaceChildren(...newest.map(listEntry))
  if (hadFocus) list.querySelector(`[data-batch="${CSS.escape(hadFocus)}"]`)?.focus({ preventScroll: true })
  if (chosen === '' && newest.length > 0) choose(newest[0].batch_id, false)
}

function listEntry(batch) {
  const more = batch.items > batch.packages.length ? ` +${batch.items - batch.packages.length}` : ''
  const failed = batch.failed_count > 0
  const moving = batch.status === 'running' && batch.items > 1
  const status = failed ? `${batch.failed_count} failed` : moving ? `${batch.done} of ${batch.items}` : batch.status
  const button = make(
    'button',
    { type: 'button', 'data-batch': batch.batch_id, 'aria-current': String(batch.batch_id === chosen) },
    make('span', { class: 'what' }, `${batch.packages.join(', ')}${more}`),
    badge(status, failed ? 'bad' : tones[batch.status]),
    make('span', { class: 'when' }, `${time(batch.accepted_at)}${batch.dry_run ? ' · dry run' : ''}`),
  )
  button.addEventListener('click', () => choose(batch.batch_id, true))
  return make('li', {}, button)
}

/** Up and down move between batches, Home and End to the first and last. */
function moveInList(event) {
  const buttons = [...$('batches').querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
  if (to === undefined || !buttons[to]) return
  event.preventDefault()
  buttons[to].focus()
}

// ---------------------------------------------------------------- one batch

function choose(id, moveFocus) {
  chosen = id
  for (const button of $('batches').querySelectorAll('button')) {
    button.setAttribute('aria-current', String(button.dataset.batch === id))
  }
  watching.abort()
  watching = new AbortController()
  $('batch-none').hidden = true
  void watch(id, watching.signal, moveFocus)
}

/** Follows a batch to its end; a stream that breaks is opened again, since each begins with the whole state. */
async function watch(id, signal, moveFocus) {
  for (let pause = 500; !signal.aborted; pause = Math.min(pause * 2, 10_000)) {
    try {
      const answer = await ask(`/internal/batches/${encodeURIComponent(id)}/events`, signal)
      for await (const { event, data } of eventsOf(answer.body)) {
        if (signal.aborted) return
        if (event === 'batch') showBatch(data, moveFocus)
        if (event === 'item') showItem(data)
        if (event === 'batch') moveFocus = false
      }
      if (['completed', 'lost'].includes($('batch').dataset.status)) return
    } catch (error) {
      if (signal.aborted) return
      if (error.status === 401) return signOut(error.message)
      if (error.status === 404) return showFault(error.message)
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

/** Server-sent events from a fetch: EventSource cannot send a token. */
async function* eventsOf(stream) {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of stream) {
    text += decoder.decode(chunk, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n')
      text = text.slice(end + 2)
      const part = (name) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
      if (part('event')) yield { event: part('event'), id: part('id'), data: JSON.parse(part('data') ?? 'null') }
    }
  }
}

function showBatch(batch, moveFocus) {
  items = batch.items
  $('batch').dataset.status = batch.status
  $('batch-body').hidden = false
  $('batch-title').replaceChildren(`Batch ${batch.batch_id} `, badge(batch.status, tones[batch.status]))
  const facts = [
    batch.dry_run ? 'dry run: nothing is changed' : '',
    `accepted ${time(batch.accepted_at)}`,
    batch.ended_at ? `ended ${time(batch.ended_at)}` : '',
    batch.not_before ? `waits for a limit until ${time(batch.not_before)}` : '',
  ]
  $('batch-facts').textContent = facts.filter(Boolean).join(' · ')
  $('batch-fault').replaceChildren(
    ...(batch.problem ? [note('bad', batch.problem.detail, batch.problem.hint)] : []),
    ...(batch.response?.warnings ?? []).map(({ message, hint }) => note('', message, hint)),
  )
  $('items').replaceChildren(...items.map(itemEntry))
  showCounts()
  if (moveFocus) $('batch-title').focus()
}

function showFault(text) {
  $('batch-body').hidden = false
  $('batch-fault').replaceChildren(note('bad', text, ''))
}

function showItem(item) {
  items[item.index] = item
  $('items').children[item.index]?.replaceWith(itemEntry(item))
  showCounts()
}

function showCounts() {
  const done = items.filter(({ phase }) => phase === 'done')
  const failed = done.filter(({ result }) => result?.error).length
  $('bar').max = Math.max(items.length, 1)
  $('bar').value = done.length
  $('counts').textContent = `${done.length} of ${items.length}${failed > 0 ? `, ${failed} with an error` : ''}`
}

const steps = {
  read: 'reading the repository',
  plan: 'planning the edit',
  issue: 'creating the issue',
  branch: 'pushing the branch',
  'pull-request': 'opening the pull request',
  metadata: 'setting labels and reviewers',
  comment: 'commenting on the issue',
  link: 'linking the pull request',
  explanation: 'explaining on the issue',
}

function itemEntry({ package_name, current_version, safe_version, severity, phase, result }) {
  const status = result
    ? badge(result.status, tones[result.status])
    : badge(steps[phase] ?? 'waiting', phase ? 'busy' : 'quiet')
  return make(
    'li',
    {},
    make(
      'div',
      { class: 'head' },
      make('strong', {}, package_name),
      make('span', { class: 'versions' }, `${current_version} → ${safe_version}`),
      severity ? make('span', { class: 'quiet' }, severity) : null,
      status,
    ),
    result ? linksOf(result) : null,
    result?.error ? note('bad', `${result.error.step}: ${result.error.message}`, result.error.hint) : null,
    ...(result?.warnings ?? []).map(({ message, hint }) => note('', message, hint)),
    result ? editsOf(result) : null,
  )
}

function linksOf(result) {
  const links = [
    result.jira_ticket ? link(result.jira_url, result.jira_ticket) : null,
    result.pull_request_url ? link(result.pull_request_url, `Pull request #${result.pull_request_number}`) : null,
    result.fix_branch ? make('code', {}, result.fix_branch) : null,
  ]
  return links.some(Boolean) ? make('p', { class: 'links' }, ...links) : null
}

function note(kind, message, hint) {
  return make(
    'div',
    { class: `note ${kind}` },
    make('p', {}, message),
    hint ? make('p', { class: 'quiet' }, hint) : null,
  )
}

function editsOf({ edits, diffs }) {
  if (edits.length === 0) return null
  const lines = edits.map(({ path, line, before, after }) => {
    return make('p', { class: 'edit' }, make('code', {}, `${path}:${line}  ${before} → ${after}`))
  })
  const shown = (diffs ?? []).map(({ diff }) => make('pre', { tabindex: '0' }, diff))
  return make(
    'details',
    {},
    make('summary', {}, edits.length === 1 ? 'One edit' : `${edits.length} edits`),
    ...(shown.length > 0 ? shown : lines),
  )
}

// ---------------------------------------------------------------- token

function signIn(event) {
  event.preventDefault()
  token = $('token').value.trim()
  $('token').value = ''
  listening.abort()
  listening = new AbortController()
  void follow(listening.signal, () => {
    $('sign-in').hidden = true
    $('sign-in-fault').hidden = true
    $('board').hidden = false
    if (chosen === '') $('main').focus()
    else choose(chosen, true)
  })
}

function signOut(reason = '') {
  token = ''
  chosen = ''
  watching.abort()
  listening.abort()
  batches.clear()
  $('batches').replaceChildren()
  $('items').replaceChildren()
  $('batch-body').hidden = true
  $('batch-none').hidden = false
  $('board').hidden = true
  $('sign-in').hidden = false
  $('sign-in-fault').hidden = reason === ''
  $('sign-in-fault').textContent = reason
  showLine('')
  $('token').focus()
}

$('sign-in').addEventListener('submit', signIn)
$('sign-out').addEventListener('click', () => signOut())
$('batches').addEventListener('keydown', moveInList)
void showServer()
setInterval(() => void (document.hidden || showServer()), 10_000)
